namespace MyThoughts.BoundaryCheck.Sql;

/// <summary>A word of SQL.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A name as PostgreSQL compares it; a symbol as written; empty for a literal, whose value is its <paramref name="Body" />.</param>
/// <param name="Start">Where it begins in the outermost text.</param>
/// <param name="Body">The value of a literal.</param>
internal sealed record SqlToken(SqlTokenKind Kind, string Text, int Start, SqlText? Body = null)
{
    public bool IsName => Kind is SqlTokenKind.Name or SqlTokenKind.Quoted;

    public bool Is(string word) => Kind is SqlTokenKind.Name or SqlTokenKind.Symbol && Text == word;

    public bool IsOneOf(IReadOnlySet<string> words) => Kind is SqlTokenKind.Name or SqlTokenKind.Symbol && words.Contains(Text);
}

/// <summary>What a word of SQL is.</summary>
internal enum SqlTokenKind
{
    /// <summary>A keyword or a name, in lower case as PostgreSQL folds it.</summary>
    Name,

    /// <summary>A name in double quotes, never a keyword.</summary>
    Quoted,

    /// <summary>A string in any kind of quotes.</summary>
    Literal,

    /// <summary>An operator's character, a parenthesis, a comma, <c>::</c>, <c>:=</c>.</summary>
    Symbol,

    /// <summary>A number or a parameter: nothing that has a name of its own.</summary>
    Value,

    /// <summary>A name that is known only at run time, in whole or in part.</summary>
    Hole,
}
