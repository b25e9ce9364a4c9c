using System.Collections.Concurrent;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Source;

/// <summary>The first witness: what the source says, with file and line. It alone sees constants, <c>nameof</c> and what only the compiler reads.</summary>
internal static class SourceReader
{
    /// <summary>Reads every project but the tests.</summary>
    public static SourceFacts Read(SolutionUnderCheck solution)
    {
        var files = new ReferenceFiles(solution);
        var byName = solution.Projects.GroupBy(project => project.Name).ToDictionary(group => group.Key, group => group.First());
        var facts = new ConcurrentBag<SourceFacts>();
        Parallel.ForEach(solution.Judged.Where(project => project.Assembly is not null), project => facts.Add(Read(solution, project, files, byName)));
        return SourceFacts.Of(facts);
    }

    private static SourceFacts Read(SolutionUnderCheck solution, Project project, ReferenceFiles files, Dictionary<string, Project> byName)
    {
        var paths = PagePaths.Of(solution, project).ToList();
        var (source, problem) = ProjectSource.Read(solution, project, files);
        if (source is null)
            return SourceFacts.None with { Paths = paths, NotChecked = [new($"the source of {project.Name}", problem!, CodeRuleIds.All)] };
        var references = new ReferenceCollector(project, byName);
        var texts = new TextCollector(project);
        var mapped = new PathCollector(project);
        var named = new NamedUseCollector(project);
        var friends = new FriendCollector();
        foreach (var tree in source.Compilation.SyntaxTrees)
        {
            var places = new SourcePlaces(solution, tree);
            // What other tools wrote is long, and the assembly tells of it too.
            if (!places.IsMade || places.Razor is not null) new MemberWalker(source.Compilation.GetSemanticModel(tree), places, references, texts, mapped, named, friends).Visit(tree.GetRoot());
        }
        return new(
            [project], references.Found, [.. TypeCollector.Of(solution, source)], texts.Found, [.. paths, .. mapped.Found], named.Found,
            [.. friends.Found.Concat(ImportedFriends(solution, source)).Select(friend => (project, friend))], [.. Gaps(solution, source)]);
    }

    // The build makes attributes of the project's items; those that the project file does not write come from a file above it.
    private static IEnumerable<Friend> ImportedFriends(SolutionUnderCheck solution, ProjectSource source) =>
        from attribute in source.Compilation.Assembly.GetAttributes()
        where attribute.AttributeClass?.Name == "InternalsVisibleToAttribute" && attribute.ApplicationSyntaxReference is { } written && new SourcePlaces(solution, written.SyntaxTree).IsMade
        let name = (attribute.ConstructorArguments.FirstOrDefault().Value as string)?.Split(',')[0]
        where name is not null && source.Project.Friends.All(friend => friend.Assembly != name)
        select new Friend(name, ProjectFile.ImportedPlace(solution.Root, source.Project.File, "InternalsVisibleTo", name));

    private static IEnumerable<NotChecked> Gaps(SolutionUnderCheck solution, ProjectSource source)
    {
        if (source.Changed is [var changed, ..])
            yield return new($"{source.Changed.Count} files of {source.Project.Name} as they were built", $"{solution.Relative(changed)} has changed since; build it again", CodeRuleIds.All);
        if (source.Missing is [var missing, ..])
            yield return new($"what {source.Project.Name} uses of {source.Missing.Count} assemblies", $"{missing} is not where the restore says; build it again", CodeRuleIds.All);
    }
}
