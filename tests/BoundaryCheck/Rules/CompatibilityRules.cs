using MyThoughts.BoundaryCheck.Compatibility;
using MyThoughts.BoundaryCheck.Evidence;

namespace MyThoughts.BoundaryCheck.Rules;

/// <summary>Contracts change so that older callers go on working.</summary>
internal static class CompatibilityRules
{
    private const string Why = "Hosts and clients of the previous version run beside this one, and call it.";

    public static readonly Rule Contract = new("contract-change", Why,
        "Add the new beside the old, let callers move, and take the old away when none is left; or approve it with --update-contracts --breaking \"<reason>\".");

    public static readonly Rule OpenApi = new("openapi-change", Why,
        "Keep what clients send and read, and add the new beside it; or approve it with --update-contracts --breaking \"<reason>\".");

    public static IReadOnlyList<Rule> All { get; } = [Contract, OpenApi];

    public static IEnumerable<Violation> Find(Facts facts) =>
        from text in facts.Approved?.Texts ?? []
        from violation in text.Approved is null ? [Missing(facts, text)] : text.Breaking.Select(change => Broken(facts, text, change))
        select violation;

    private static Violation Missing(Facts facts, ApprovedText text) => new(
        text.Rule with { Instead = "Write it with --update-contracts, and commit it." }, text.Project.Name, "approved", new(facts.Solution.Relative(text.File), 0),
        $"there is no approved {(text.Rule == OpenApi ? "document" : "surface")} of {text.Project.Name}, so no change of it would be noticed")
    {
        Owner = OwnerOf(text),
    };

    private static Violation Broken(Facts facts, ApprovedText text, Change change) => new(
        text.Rule, $"{text.Project.Name}: {change.Subject}", change.Kind, new(facts.Solution.Relative(text.File), change.Line), $"{change}") { Owner = OwnerOf(text) };

    private static string OwnerOf(ApprovedText text) => text.Project.Module?.Name ?? text.Project.Name;
}
