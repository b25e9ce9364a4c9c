using MyThoughts.BoundaryCheck.Evidence;

namespace MyThoughts.BoundaryCheck.Sql;

/// <summary>A statement of an SQL file.</summary>
internal sealed record SqlStatement(Text File, IReadOnlyList<SqlToken> Tokens)
{
    public static IEnumerable<SqlStatement> Of(Text file)
    {
        var statement = new List<SqlToken>();
        foreach (var token in SqlTokenizer.Read(file.Value))
        {
            if (!token.Is(";")) statement.Add(token);
            else
            {
                if (statement.Count > 0) yield return new(file, statement);
                statement = [];
            }
        }
        if (statement.Count > 0) yield return new(file, statement);
    }

    /// <summary>What it makes, or how it begins: as an edge names it.</summary>
    public string Title => SqlDefinition.Of(this) is { } made
        ? $"create {made.Kind} {(made.Schema is null ? "" : made.Schema + ".")}{made.Name}"
        : string.Join(' ', Tokens.Take(4).Select(token => token.Text));

    public bool Begins(params ReadOnlySpan<string> words)
    {
        foreach (var word in words) if (Tokens[0].Is(word)) return true;
        return false;
    }

    public SqlToken? Find(string name) => Tokens.FirstOrDefault(token => token.IsName && token.Text == name);

    public Place PlaceOf(SqlToken token) => File.PlaceOf(token.Start);
}
