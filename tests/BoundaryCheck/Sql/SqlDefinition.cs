namespace MyThoughts.BoundaryCheck.Sql;

/// <summary>What a CREATE statement makes.</summary>
/// <param name="Kind">A table, a view and so on, as people say it.</param>
/// <param name="Schema">Its schema; null when it is not written, as for a trigger.</param>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where.</param>
internal sealed record SqlDefinition(string Kind, string? Schema, string Name, Place Place)
{
    private static readonly HashSet<string> Fillers = SqlWords.Set("or replace temp temporary unlogged unique recursive constraint global local foreign concurrently if not exists");

    private static readonly HashSet<string> Kinds = SqlWords.Set("table view function procedure sequence type domain index trigger rule policy aggregate");

    /// <returns>What the statement makes; null when it makes nothing with a name of its own.</returns>
    public static SqlDefinition? Of(SqlStatement statement)
    {
        var tokens = statement.Tokens;
        if (!statement.Begins("create")) return null;
        var at = Skip(tokens, 1);
        var isMaterialized = at < tokens.Count && tokens[at].Is("materialized");
        if (isMaterialized) at++;
        if (at >= tokens.Count || !tokens[at].IsOneOf(Kinds)) return null;
        var kind = isMaterialized ? "materialized view" : tokens[at].Text;
        at = Skip(tokens, at + 1);
        if (at >= tokens.Count || !tokens[at].IsName || tokens[at].Is("on")) return null;
        var (first, hasSchema) = (tokens[at], at + 2 < tokens.Count && tokens[at + 1].Is(".") && tokens[at + 2].IsName);
        return hasSchema ? new(kind, first.Text, tokens[at + 2].Text, statement.PlaceOf(first)) : new(kind, null, first.Text, statement.PlaceOf(first));
    }

    private static int Skip(IReadOnlyList<SqlToken> tokens, int at)
    {
        while (at < tokens.Count && tokens[at].IsOneOf(Fillers)) at++;
        return at;
    }
}
