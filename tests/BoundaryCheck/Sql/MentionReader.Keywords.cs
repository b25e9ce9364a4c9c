namespace MyThoughts.BoundaryCheck.Sql;

/// <summary>What keywords say of the names after them.</summary>
internal sealed partial class MentionReader
{
    private void ReadKeyword(int index)
    {
        var word = tokens[index].Text;
        var isFirst = verb is null;
        verb ??= word;
        switch (word)
        {
            case "schema": ReadSchemas(index + 1); break;
            case "search_path" when Is(index + 1, "=") || Is(index + 1, "to"): ReadPath(index + 2); break;
            case "begin" or "loop" or "then" or "else" when isBody: BeginInBody(index + 1, word); break;
            case "from" when (Frame.Function is not null && !Frame.IsQuery) || Is(index - 1, "distinct"): break;   // EXTRACT(… FROM …)
            case "from" or "join" or "using" when !Frame.Executes: (Frame.Clause, Frame.HasRelations) = (UsesColumns(index) ? SqlClause.Columns : SqlClause.Objects, true); break;
            case "on": Frame.Clause = Frame.HasRelations ? SqlClause.Columns : SqlClause.Objects; break;
            case "union" or "except" or "intersect": (Frame.Clause, Frame.HasRelations) = (SqlClause.Unknown, false); break;
            case "execute": (Frame.Clause, Frame.Executes) = (SqlClause.Columns, true); break;
            case "if" when !Is(index + 1, "exists") && !Is(index + 1, "not"): Frame.Clause = SqlClause.Columns; break;
            default: ReadClause(word, isFirst); break;
        }
        if (word is "select" or "insert" or "delete" or "values") Frame.IsQuery = !SqlWords.Defining.Contains(verb) || !IsPrivilege(index);
    }

    private void ReadClause(string word, bool isFirst)
    {
        if (SqlWords.BeforeColumns.Contains(word)) Frame.Clause = SqlClause.Columns;
        else if (SqlWords.BeforeObjects.Contains(word)
            || (isFirst && SqlWords.BeforeObjectsAtStart.Contains(word))
            || (IsDefinition && SqlWords.BeforeObjectsInDefinitions.Contains(word))) Frame.Clause = SqlClause.Objects;
    }

    // A policy's condition, rather than the relations of DELETE … USING.
    private bool UsesColumns(int index) => IsDefinition && Is(index, "using") && Is(index + 1, "(");

    // GRANT SELECT ON, or a trigger or a rule ON DELETE, is no query.
    private bool IsPrivilege(int index) => verb is "grant" or "revoke" || At(index - 1)?.IsOneOf(Events) is true || (verb == "alter" && Is(start + 1, "default"));

    private static readonly HashSet<string> Events = SqlWords.Set("on before after or of instead");

    private void BeginInBody(int index, string word)
    {
        if (word is "begin" or "loop") Begin(index);
        else (Frame.Clause, start, verb) = (SqlClause.Columns, index, null);
    }

    private void ReadSchemas(int index)
    {
        while (At(index)?.IsOneOf(SchemaFillers) is true) index++;
        if (At(index) is { Kind: SqlTokenKind.Literal } literal && Is(index - 2, "set")) AddSchema(MentionKind.SearchPath, literal.Body!.Value.Trim(), literal.Start);
        for (; At(index) is { IsName: true } name && !Is(index + 1, "."); index += 2)
        {
            AddSchema(MentionKind.Schema, name.Text, name.Start);
            if (!Is(index + 1, ",")) return;
        }
    }

    private static readonly HashSet<string> SchemaFillers = SqlWords.Set("if not exists authorization");

    private void ReadPath(int index)
    {
        for (; At(index) is { } token; index += 2)
        {
            if (token.IsName) AddSchema(MentionKind.SearchPath, token.Text, token.Start);
            else if (token.Kind == SqlTokenKind.Literal) AddPath(token.Body!);
            if (!Is(index + 1, ",")) return;
        }
    }

    // A list in one text, as set_config takes it.
    private void AddPath(SqlText list)
    {
        foreach (var name in SqlTokenizer.Read(list).Where(token => token.IsName)) AddSchema(MentionKind.SearchPath, name.Text, name.Start);
    }

    private void AddSchema(MentionKind kind, string schema, int offset)
    {
        if (schemas.Contains(schema)) found.Add(new(kind, schema, null, offset));
    }
}
