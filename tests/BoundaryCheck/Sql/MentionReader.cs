namespace MyThoughts.BoundaryCheck.Sql;

/// <summary>
/// Finds where SQL names schemas. PostgreSQL's grammar tells a schema from an alias: <c>a.b</c> in an expression is a column of <c>a</c>
/// unless it is called, and an object of the schema <c>a</c> where a relation, a type or a function is expected.
/// </summary>
internal sealed partial class MentionReader
{
    private readonly IReadOnlyList<SqlToken> tokens;
    private readonly IReadOnlySet<string> schemas;
    private readonly List<SchemaMention> found;
    private readonly IReadOnlySet<string> outerNames;
    private readonly bool isBody;
    private readonly Stack<SqlFrame> frames = new([new(SqlClause.Unknown)]);
    private int start;
    private string? verb;

    private MentionReader(SqlText text, IReadOnlySet<string> schemas, List<SchemaMention> found, IReadOnlySet<string> outerNames, bool isBody) =>
        (tokens, this.schemas, this.found, this.outerNames, this.isBody) = (SqlTokenizer.Read(text), schemas, found, outerNames, isBody);

    /// <param name="sql">The SQL.</param>
    /// <param name="schemas">The schemas that matter.</param>
    public static IReadOnlyList<SchemaMention> Find(string sql, IReadOnlySet<string> schemas) => Find(new SqlText(sql), schemas, isBody: false);

    /// <param name="body">The text of a function in SQL or PL/pgSQL.</param>
    /// <param name="schemas">The schemas that matter.</param>
    public static IReadOnlyList<SchemaMention> FindInBody(string body, IReadOnlySet<string> schemas) => Find(new SqlText(body), schemas, isBody: true);

    private static List<SchemaMention> Find(SqlText text, IReadOnlySet<string> schemas, bool isBody)
    {
        var found = new List<SchemaMention>();
        new MentionReader(text, schemas, found, new HashSet<string>(), isBody).Read();
        return [.. found.Distinct().OrderBy(mention => mention.Offset)];
    }

    private SqlFrame Frame => frames.Peek();

    private bool IsDefinition => verb is not null && SqlWords.Defining.Contains(verb) && !Frame.IsQuery;

    private SqlToken? At(int index) => index >= 0 && index < tokens.Count ? tokens[index] : null;

    private bool Is(int index, string word) => At(index)?.Is(word) is true;

    private void Read()
    {
        for (var index = 0; index < tokens.Count; index++)
        {
            var token = tokens[index];
            if (token.Kind == SqlTokenKind.Literal) ReadLiteral(index);
            else if (token.Kind == SqlTokenKind.Symbol) ReadSymbol(index);
            else if (token.Kind != SqlTokenKind.Value) index = ReadName(index);
        }
    }

    private void ReadSymbol(int index)
    {
        if (Is(index, "(")) Open(index);
        else if (Is(index, ")") && frames.Count > 1) frames.Pop();
        else if (Is(index, ";")) Begin(index + 1);
        // The next column of a table, whatever the last one's DEFAULT was.
        else if (Is(index, ",") && IsDefinition && Frame.Clause == SqlClause.Columns) Frame.Clause = SqlClause.Unknown;
    }

    private void Open(int index)
    {
        var before = At(index - 1);
        var follows = before is { IsName: true } && !before.IsOneOf(SqlWords.NotCalled);
        var isCall = follows && !(IsDefinition && Frame.Clause != SqlClause.Columns);
        frames.Push(new(isCall ? SqlClause.Columns : follows ? SqlClause.Unknown : Frame.Clause, follows ? before!.Text : Frame.Function));
    }

    private void Begin(int index)
    {
        frames.Clear();
        frames.Push(new(SqlClause.Unknown));
        (start, verb) = (index, null);
    }

    private int ReadName(int index)
    {
        var end = index;
        while (Is(end + 1, ".") && At(end + 2) is { } next && (next.IsName || next.Kind == SqlTokenKind.Hole || next.Is("*"))) end += 2;
        if (end > index) Judge(index, end);
        else if (tokens[index].Kind == SqlTokenKind.Name) ReadKeyword(index);
        return end;
    }

    private void Judge(int first, int last)
    {
        var parts = (last - first) / 2 + 1;
        var schema = IsSchema(first) ? first : parts > 2 && IsSchema(first + 2) && (parts > 3 || Frame.Clause == SqlClause.Objects) ? first + 2 : -1;
        if (schema < 0 || !IsObject(first, last, parts)) return;
        var named = tokens[schema + 2];
        found.Add(new(MentionKind.Object, tokens[schema].Text, named.IsName ? named.Text : SchemaMention.Any, tokens[schema].Start));
    }

    private bool IsSchema(int index) => tokens[index].IsName && schemas.Contains(tokens[index].Text);

    private bool IsObject(int first, int last, int parts)
    {
        var before = At(first - 1);
        if (Is(last + 1, "(") || before?.IsOneOf(SqlWords.RightBeforeObject) is true || (IsDefinition && Is(first - 1, "exists"))) return true;
        if (Is(last + 1, ":=") || (isBody && first == start && Is(last + 1, "="))) return false;
        // A record's field that a query's result goes to.
        var isVariable = Is(first - 1, "into") && verb is not ("insert" or "merge" or "with");
        if (Frame.Clause == SqlClause.Objects && !isVariable) return true;
        return (Frame.Clause != SqlClause.Columns || parts > 2) && !IsNamedHere(tokens[first].Text);
    }

    // Whether the statement, or the body as a whole, gives the name to something of its own: an alias, a table, a variable.
    private bool IsNamedHere(string name) => outerNames.Contains(name) || OwnNames().Contains(name);

    private IEnumerable<string> OwnNames()
    {
        for (var index = isBody ? 0 : start; index < tokens.Count && (isBody || !Is(index, ";")); index++)
            if (tokens[index].IsName && !Is(index + 1, ".") && !Is(index - 1, "schema") && At(index - 1)?.IsOneOf(SqlWords.BeforeRole) is not true) yield return tokens[index].Text;
    }
}
