using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Rules;

/// <summary>What projects reference, and to whom they show what is internal.</summary>
internal static class ProjectRules
{
    public static Rule Reference { get; } = new(
        "project-reference", "What a project references is within reach of all its code, and is deployed with it.",
        "Reference the other module's contract, and allow the dependency in the map.");

    public static Rule Unused { get; } = new(
        "unused-reference", "A reference that nothing uses still makes the module wait for the other's build, and invites a use.",
        "Remove the line.");

    public static Rule Undeclared { get; } = new(
        "undeclared-reference", "A project that comes along with another goes away with it too.",
        "Add the reference to the project that uses it.");

    public static Rule FriendAssembly { get; } = new(
        "friend-assembly", "What is internal is the module's own; shown to another assembly it is a second, unwritten contract.",
        "Show it to the module's own tests only; what others need belongs into the contract.");

    public static IReadOnlyList<Rule> All { get; } = [Reference, Unused, Undeclared, FriendAssembly];

    public static IEnumerable<Violation> Find(Facts facts) =>
        facts.Solution.Judged.SelectMany(project => Links(facts, project).Concat(UndeclaredUses(facts, project)))
            .Concat(facts.Friends.Where(shown => !IsOwnTest(facts.Solution, shown.Project, shown.Friend.Assembly)).Select(shown => new Violation(
                FriendAssembly, shown.Project.Name, shown.Friend.Assembly, shown.Friend.Place, $"{shown.Project.Name} shows what is internal to {shown.Friend.Assembly}")
            { Owner = Allowed.OwnerOf(shown.Project) }));

    private static IEnumerable<Violation> Links(Facts facts, Project project)
    {
        foreach (var link in project.References)
        {
            if (facts.Solution.Projects.FirstOrDefault(candidate => candidate.File == link.File) is not { } target) continue;
            if (!Allowed.Uses(facts.Solution.Map, project, target))
                yield return new(Reference, project.Name, target.Name, link.Place, $"{project.Name} references {target.Name}, which the map does not allow") { Owner = Allowed.OwnerOf(project) };
            else if (link.IsCode && facts.Looked(project) && !facts.References.Any(reference => reference.From == project && reference.To == target))
                yield return new(Unused, project.Name, target.Name, link.Place, $"{project.Name} references {target.Name} and uses nothing of it") { Owner = Allowed.OwnerOf(project) };
        }
    }

    // What the map forbids is said of the code that does it; here it is about what is lawful but came by way of another.
    private static IEnumerable<Violation> UndeclaredUses(Facts facts, Project project)
    {
        var declared = project.References.Select(link => link.File).ToHashSet();
        return facts.References
            .Where(reference => reference.From == project && !declared.Contains(reference.To.File) && Allowed.Uses(facts.Solution.Map, project, reference.To))
            .GroupBy(reference => reference.To).Select(uses => uses.OrderBy(use => use.Place).First())
            .Select(use => new Violation(Undeclared, project.Name, use.To.Name, use.Place, $"{project.Name} uses {use.To.Name}, which it does not reference itself") { Owner = Allowed.OwnerOf(project) });
    }

    private static bool IsOwnTest(SolutionUnderCheck solution, Project project, string friend) => project.Module is { } module
        ? friend.EndsWith("Tests", StringComparison.Ordinal) && solution.Of(module).Any(own => own.Role != ProjectRole.Contracts && friend.StartsWith(own.Name + ".", StringComparison.Ordinal) || friend == own.Name + ".Tests")
        : friend.EndsWith("Tests", StringComparison.Ordinal) || solution.Find(friend)?.Role == ProjectRole.Tests;
}
