namespace MyThoughts.{{Name}}.Contracts;

/// <summary>What became of a <see cref="List{{Name}}"/>: items, or what is wrong with the question.</summary>
/// <param name="Items">The items, newest first; empty when there are none, and when refused.</param>
/// <param name="Errors">Messages by field; empty when the question was valid.</param>
public sealed record List{{Name}}Result(IReadOnlyList<{{Name}}Item> Items, IDictionary<string, string[]> Errors)
{
    /// <summary>The list was read.</summary>
    /// <param name="items">The items.</param>
    /// <returns>The result.</returns>
    public static List{{Name}}Result Found(IReadOnlyList<{{Name}}Item> items) => new(items, new Dictionary<string, string[]>());

    /// <summary>The question was refused.</summary>
    /// <param name="errors">Messages by field.</param>
    /// <returns>The result.</returns>
    public static List{{Name}}Result Invalid(IDictionary<string, string[]> errors) => new([], errors);
}
