namespace MyThoughts.BoundaryCheck.Sql;

/// <summary>A place where SQL names a schema.</summary>
/// <param name="Kind">How.</param>
/// <param name="Schema">The schema.</param>
/// <param name="Object">What in it; null when the schema itself is named.</param>
/// <param name="Offset">Where.</param>
internal sealed record SchemaMention(MentionKind Kind, string Schema, string? Object, int Offset)
{
    /// <summary>An object whose name is known only at run time.</summary>
    public const string Any = "*";

    /// <summary>What is reached for, as an edge names it.</summary>
    public string Target => Object is null ? $"schema {Schema}" : $"{Schema}.{Object}";
}

/// <summary>How SQL names a schema.</summary>
internal enum MentionKind
{
    /// <summary>With something in it.</summary>
    Object,

    /// <summary>By itself.</summary>
    Schema,

    /// <summary>As one of those in which names without a schema are looked for.</summary>
    SearchPath,
}
