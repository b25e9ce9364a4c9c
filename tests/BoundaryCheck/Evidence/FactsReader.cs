using MyThoughts.BoundaryCheck.Binary;
using MyThoughts.BoundaryCheck.Catalog;
using MyThoughts.BoundaryCheck.Compatibility;
using MyThoughts.BoundaryCheck.Configuration;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;
using MyThoughts.BoundaryCheck.Source;
using MyThoughts.BoundaryCheck.Sql;

namespace MyThoughts.BoundaryCheck.Evidence;

/// <summary>Gathers all that can be known of a solution.</summary>
internal static class FactsReader
{
    /// <param name="solution">The solution.</param>
    /// <param name="database">A connection string for the catalog; null to leave the database alone.</param>
    /// <param name="stop">Ends the reading.</param>
    public static async Task<Facts> ReadAsync(SolutionUnderCheck solution, string? database, CancellationToken stop)
    {
        var promised = ApprovedContracts.ReadAsync(solution, stop);
        var catalog = await CatalogReader.ReadAsync(database, solution.Map, stop);
        var (assemblies, assemblyGaps) = AssemblyReader.Read(solution);
        var source = SourceReader.Read(solution);
        var approved = await promised;
        return new(
            solution, TwoWitnesses.Together(source.References, source.Types, assemblies), source.Types, [.. source.Texts, .. SqlFiles.Read(solution)], source.Paths,
            [.. Missing(solution), .. assemblyGaps, .. source.NotChecked, .. approved.NotChecked, .. catalog.NotChecked])
        {
            Approved = approved,
            Catalog = catalog.Catalog,
            NamedUses = source.NamedUses,
            Settings = SettingsFiles.Read(solution),
            Friends = [.. solution.Judged.SelectMany(project => project.Friends.Select(friend => (project, friend))), .. source.Friends],
            Seen = source.Read.Select(project => project.Name).ToHashSet(),
        };
    }

    private static IEnumerable<NotChecked> Missing(SolutionUnderCheck solution) => solution.Map.Modules
        .Where(module => !solution.Of(module).Any())
        .Select(module => new NotChecked($"the module {module.Name}", $"the map has it, and there is no project below {solution.Relative(Path.Combine(solution.ModulesFolder, module.Folder))}", CodeRuleIds.All));
}
