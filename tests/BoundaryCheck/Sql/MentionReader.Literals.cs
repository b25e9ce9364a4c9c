namespace MyThoughts.BoundaryCheck.Sql;

/// <summary>Literals that are more than data: bodies of functions, SQL that is run, and names.</summary>
internal sealed partial class MentionReader
{
    private void ReadLiteral(int index)
    {
        var text = tokens[index].Body!;
        if (IsBody(index)) ReadBody(text);
        else if (Is(index - 1, "execute") || (Is(index - 1, "(") && Is(index - 2, "execute"))) ReadNested(SqlComposition.Joined(tokens, index));
        else if (Is(index - 1, ":=") || SqlWords.QueryFunctions.Contains(Frame.Function ?? "")) ReadIfSql(SqlComposition.Joined(tokens, index));
        else if (Frame.Function == "format" && Is(index - 1, "(")) ReadFormat(index);
        else if (Frame.Function == "set_config") ReadSetting(index, text);
        else if (TypeOf(index) is { } type) ReadNameIn(type, text);
    }

    // What a literal names is said by the type it is cast to or by the function it is given to.
    private string? TypeOf(int index) =>
        Is(index + 1, "::") || Is(index + 1, "as") ? At(index + 2)?.Text
            : At(index - 1)?.IsOneOf(SqlWords.NameTypes) is true || Is(index - 1, "regnamespace") ? tokens[index - 1].Text
            : Frame.Function;

    private void ReadNameIn(string type, SqlText text)
    {
        var parts = SqlTokenizer.Read(text);
        if (SqlWords.SchemaNames.Contains(type) && parts is [{ IsName: true } schema]) AddSchema(MentionKind.Schema, schema.Text, schema.Start);
        if (!SqlWords.NameTypes.Contains(type) && !SqlWords.NameFunctions.Contains(type)) return;
        if (parts is [{ IsName: true } owner, { Text: "." }, var named, ..] && schemas.Contains(owner.Text))
            found.Add(new(MentionKind.Object, owner.Text, named.IsName ? named.Text : SchemaMention.Any, owner.Start));
    }

    private void ReadSetting(int index, SqlText text)
    {
        if (Is(index - 1, "(")) Frame.SetsPath = string.Equals(text.Value.Trim(), "search_path", StringComparison.OrdinalIgnoreCase);
        else if (Frame.SetsPath) AddPath(text);
    }

    private bool IsBody(int index) => (verb == "create" && Is(index - 1, "as")) || (verb == "do" && (Is(index - 1, "do") || Is(index - 2, "language")));

    // Other languages have names with dots that are no names of SQL.
    private void ReadBody(SqlText text)
    {
        if (Language() is "sql" or "plpgsql") new MentionReader(text, schemas, found, OwnNames().Concat(outerNames).ToHashSet(), isBody: true).Read();
    }

    private string Language()
    {
        for (var index = start; index < tokens.Count && !Is(index, ";"); index++)
            if (Is(index, "language") && At(index + 1) is { } language) return language.Body?.Value.ToLowerInvariant() ?? language.Text;
        return "plpgsql";
    }

    private void ReadFormat(int index)
    {
        var sql = SqlComposition.Formatted(tokens, index);
        if (Is(index - 3, "execute")) ReadNested(sql);
        else ReadIfSql(sql);
    }

    private void ReadIfSql(SqlText sql)
    {
        if (SqlShape.Of(sql.Value) == SqlLikeness.Certain) ReadNested(sql);
    }

    private void ReadNested(SqlText sql) => new MentionReader(sql, schemas, found, new HashSet<string>(), isBody: false).Read();
}
