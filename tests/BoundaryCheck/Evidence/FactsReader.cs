using MyThoughts.BoundaryCheck.Binary;
using MyThoughts.BoundaryCheck.Configuration;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;
using MyThoughts.BoundaryCheck.Source;

namespace MyThoughts.BoundaryCheck.Evidence;

/// <summary>Gathers all that can be known of a solution without a database.</summary>
internal static class FactsReader
{
    public static Facts Read(SolutionUnderCheck solution)
    {
        var (assemblies, assemblyGaps) = AssemblyReader.Read(solution);
        var source = SourceReader.Read(solution);
        return new(
            solution, TwoWitnesses.Together(source.References, source.Types, assemblies), source.Types, source.Texts, source.Paths,
            [.. Missing(solution), .. assemblyGaps, .. source.NotChecked])
        {
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
