using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Source;

/// <summary>What the source of some projects says.</summary>
internal sealed record SourceFacts(
    IReadOnlyList<Project> Read, IReadOnlyList<Reference> References, IReadOnlyList<DeclaredType> Types, IReadOnlyList<Text> Texts,
    IReadOnlyList<MappedPath> Paths, IReadOnlyList<NamedUse> NamedUses, IReadOnlyList<(Project Project, Friend Friend)> Friends, IReadOnlyList<NotChecked> NotChecked)
{
    public static SourceFacts None { get; } = new([], [], [], [], [], [], [], []);

    public static SourceFacts Of(IReadOnlyCollection<SourceFacts> parts) => new(
        [.. parts.SelectMany(part => part.Read)], [.. parts.SelectMany(part => part.References)], [.. parts.SelectMany(part => part.Types)],
        [.. parts.SelectMany(part => part.Texts)], [.. parts.SelectMany(part => part.Paths)], [.. parts.SelectMany(part => part.NamedUses)],
        [.. parts.SelectMany(part => part.Friends)], [.. parts.SelectMany(part => part.NotChecked)]);
}
