using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Readiness;

/// <summary>What one part of the solution uses of another.</summary>
internal static class Uses
{
    public const string Chassis = "chassis";

    /// <summary>What a project is part of: its module, the chassis, or itself when it is a host.</summary>
    public static string PartOf(Project project) =>
        project.Module?.Name ?? (project.Role == ProjectRole.Chassis ? Chassis : project.Name);

    /// <summary>Uses across parts, tests left out. Of the same use the source is the better witness: it knows the line of each.</summary>
    public static IReadOnlyList<Reference> Across(Facts facts) =>
    [
        .. facts.References.Where(reference => reference.From.Role != ProjectRole.Tests && reference.To.Role != ProjectRole.Tests && PartOf(reference.From) != PartOf(reference.To))
            .GroupBy(reference => (reference.From.Name, To: reference.To.Name, reference.Target))
            .SelectMany(group => group.GroupBy(reference => reference.Witness).MinBy(witness => witness.Key)!.Distinct()),
    ];
}
