using System.Buffers;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Sql;

/// <summary>Whose each schema of the map is.</summary>
internal sealed class SchemaOwners(SolutionUnderCheck solution)
{
    private const string Gateway = "gateway";

    private readonly Dictionary<string, string> owners = solution.Map.Schemas
        .GroupBy(schema => schema.Schema).ToDictionary(group => group.Key, group => group.First().Owner);

    private readonly SearchValues<string> names = SearchValues.Create([.. solution.Map.Schemas.Select(schema => schema.Schema).Distinct()], StringComparison.OrdinalIgnoreCase);

    public IReadOnlySet<string> Schemas { get; } = solution.Map.Schemas.Select(schema => schema.Schema).ToHashSet();

    /// <summary>The module of the map that a schema belongs to, or <c>gateway</c>.</summary>
    public string Of(string schema) => owners[schema];

    /// <summary>The module that a project belongs to, or <c>gateway</c>; null for one that owns no schema.</summary>
    public static string? Of(Project project) => project.Module?.Name ?? (IsGateway(project) ? Gateway : null);

    /// <summary>Whom a violation is listed under: the module, or the project that the gateway is.</summary>
    public string Listed(string owner) => solution.Map.Find(owner) is null ? solution.Projects.FirstOrDefault(IsGateway)?.Name ?? owner : owner;

    /// <summary>Whether a text can name a schema at all; most can't.</summary>
    public bool MayBeIn(string text) => text.AsSpan().ContainsAny(names) || text.Contains("U&\"", StringComparison.OrdinalIgnoreCase);

    private static bool IsGateway(Project project) => project.Role == ProjectRole.Host
        && (project.Name.EndsWith("." + Gateway, StringComparison.OrdinalIgnoreCase) || string.Equals(Path.GetFileName(project.Folder), Gateway, StringComparison.OrdinalIgnoreCase));
}
