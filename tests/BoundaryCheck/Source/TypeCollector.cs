using Microsoft.CodeAnalysis;
using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Source;

/// <summary>Lists the types that a project declares.</summary>
internal static class TypeCollector
{
    public static IEnumerable<DeclaredType> Of(SolutionUnderCheck solution, ProjectSource source) =>
        Types(source.Compilation.Assembly.GlobalNamespace).Select(type => Of(solution, source.Project, type)).OfType<DeclaredType>();

    // What a tool writes into its own assembly it may show as it likes; what it makes of a Razor file is the file's.
    private static DeclaredType? Of(SolutionUnderCheck solution, Project project, INamedTypeSymbol type)
    {
        if (type.Locations.FirstOrDefault(location => location.IsInSource) is not { SourceTree: { } tree } location) return null;
        var places = new SourcePlaces(solution, tree);
        return places.IsMade && places.Razor is null ? null : new(project, SymbolNames.Of(type), IsVisible(type), places.Of(location, type.Name));
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(member => member switch
    {
        INamespaceSymbol inner => Types(inner),
        INamedTypeSymbol type => Types(type).Prepend(type),
        _ => [],
    });

    private static bool IsVisible(INamedTypeSymbol type) =>
        type.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal && (type.ContainingType is null || IsVisible(type.ContainingType));
}
