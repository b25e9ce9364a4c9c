namespace MyThoughts.BoundaryCheck.Compatibility.Surfaces;

/// <summary>What is asked of type arguments: asking more shuts some out.</summary>
internal static class Constraints
{
    public static IEnumerable<Change> Compare(string subject, int line, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        foreach (var asked in Each(after).Except(Each(before)))
            yield return new(subject, $"new constraint '{asked}'", line, "code whose type argument does not meet it no longer compiles");
        foreach (var asked in Each(before).Except(Each(after))) yield return Change.Addition(subject, $"constraint '{asked}' left out", line);
    }

    private static IEnumerable<string> Each(IReadOnlyList<string> clauses) =>
        from clause in clauses
        where clause.StartsWith("where ", StringComparison.Ordinal)
        let parts = clause.Split(" : ", 2)
        from constraint in parts[1].Split(", ")
        select $"{parts[0]} : {constraint}";
}
