using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Rules;

/// <summary>What a module shows.</summary>
internal static class TypeRules
{
    public static Rule Public { get; } = new(
        "public-type", "What is public can be used by any host, and then can't change alone.",
        "Make it internal; only the registration class, named after the module and ending in Module, is public.");

    public static IReadOnlyList<Rule> All { get; } = [Public];

    // What is made of a component is public whatever its author wants.
    public static IEnumerable<Violation> Find(Facts facts) => facts.Types
        .Where(type => !type.Place.File.EndsWith(".razor", StringComparison.Ordinal) && type.IsVisible && type.Project is { Role: ProjectRole.Module, Module: { } module } && Simple(type.Name) != $"{module.Folder.Split('/')[^1]}Module")
        .Select(type => new Violation(Public, type.Name, "public", type.Place, $"{type.Name} is public") { Owner = Allowed.OwnerOf(type.Project) });

    private static string Simple(string name) => name[(name.LastIndexOf('.') + 1)..];
}
