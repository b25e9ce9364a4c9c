namespace MyThoughts.BoundaryCheck.Rules;

/// <summary>An edge that should not be there.</summary>
/// <param name="Rule">The rule it breaks.</param>
/// <param name="From">What breaks it, as precisely as it can be named: a member, a project, a database object, a path.</param>
/// <param name="To">What it reaches for, as precisely.</param>
/// <param name="Place">Where.</param>
/// <param name="What">What is wrong, in one sentence without a full stop.</param>
internal sealed record Violation(Rule Rule, string From, string To, Place Place, string What)
{
    /// <summary>The module whose violation it is, or the name of the project when it belongs to none.</summary>
    public required string Owner { get; init; }

    /// <summary>The same violation wherever it stands in its file: line numbers come and go.</summary>
    public string Key => $"{Rule.Id}: {From} -> {To}";

    public override string ToString() => $"{Place}: [{Rule.Id}] {What}. {Rule.Reason} {Rule.Instead}";
}
