using MyThoughts.BoundaryCheck.History;
using MyThoughts.BoundaryCheck.Readiness;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Reports;

/// <summary>What the reports tell, each in its own form.</summary>
internal sealed record BoundaryReport(
    CheckResult Result, IReadOnlyList<PartEdge> Edges, IReadOnlyList<ContractUse> Contracts, ReadinessReport Readiness, ChassisReport? Chassis,
    IReadOnlyList<ModuleCoupling> Couplings)
{
    public SolutionUnderCheck Solution => Result.Facts.Solution;

    public IReadOnlyList<MapModule> Modules => Solution.Map.Modules;

    /// <summary>The programs that hold modules, and which.</summary>
    public IReadOnlyList<(Project Host, IReadOnlyList<string> Modules)> Hosts =>
    [
        .. Solution.Projects.Where(project => project.Role == ProjectRole.Host).OrderBy(project => project.Name, StringComparer.Ordinal)
            .Select(host => (host, (IReadOnlyList<string>)[.. host.References.Where(link => link.IsCode && !Allowed.IsGateway(host))
                .Select(link => Solution.Projects.FirstOrDefault(project => project.File == link.File && project.Role == ProjectRole.Module)?.Module?.Name).OfType<string>().Distinct().Order(StringComparer.Ordinal)])),
    ];

    public static BoundaryReport Of(CheckResult result) => new(
        result, PartEdge.Of(result.Facts), ContractUse.Of(result.Facts), ReadinessReport.Of(result), ChassisReport.Of(result),
        result.History is { } history ? ModuleCoupling.Of(history, result.Facts) : []);
}
