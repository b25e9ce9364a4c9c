namespace MyThoughts.BoundaryCheck.Sql;

/// <summary>What is known between two parentheses, or of a statement outside them.</summary>
/// <param name="clause">What names stand for at its beginning.</param>
/// <param name="function">The function whose arguments they are.</param>
internal sealed class SqlFrame(SqlClause clause, string? function = null)
{
    public SqlClause Clause { get; set; } = clause;

    public string? Function { get; } = function;

    /// <summary>Whether a query has begun in it.</summary>
    public bool IsQuery { get; set; }

    /// <summary>Whether its relations have been named: ON begins a condition then.</summary>
    public bool HasRelations { get; set; }

    /// <summary>Whether it runs SQL that is given as text: USING hands it values then.</summary>
    public bool Executes { get; set; }

    /// <summary>Whether it sets the search path.</summary>
    public bool SetsPath { get; set; }
}

/// <summary>What a name with a dot stands for.</summary>
internal enum SqlClause
{
    Unknown,
    Objects,
    Columns,
}
