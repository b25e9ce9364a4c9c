using Microsoft.CodeAnalysis;

namespace MyThoughts.BoundaryCheck.Compatibility.Surfaces;

/// <summary>
/// Which types an assembly's interfaces take and which they give: what a caller sends, and what it reads. When the two sides are different
/// versions, each is hurt by other changes.
/// </summary>
internal sealed class Directions
{
    private readonly HashSet<ISymbol> inputs = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> outputs = new(SymbolEqualityComparer.Default);

    public static Directions Of(IReadOnlyCollection<INamedTypeSymbol> types)
    {
        var directions = new Directions();
        // With those that an interface inherits: their type arguments are often ours.
        foreach (var contract in types.Where(type => type.TypeKind == TypeKind.Interface).SelectMany(type => type.AllInterfaces.Prepend(type)))
            foreach (var member in contract.GetMembers()) directions.Take(types.First().ContainingAssembly, member);
        return directions;
    }

    public string CommentOn(INamedTypeSymbol type) => (inputs.Contains(type), outputs.Contains(type)) switch
    {
        (true, true) => " // input, output",
        (true, false) => " // input",
        (false, true) => " // output",
        _ => "",
    };

    private void Take(IAssemblySymbol assembly, ISymbol member)
    {
        if (member is not IMethodSymbol method) return;
        foreach (var parameter in method.Parameters) Reach(assembly, parameter.Type, parameter.RefKind == RefKind.Out ? outputs : inputs);
        Reach(assembly, method.ReturnType, outputs);
    }

    private static void Reach(IAssemblySymbol assembly, ITypeSymbol type, HashSet<ISymbol> reached)
    {
        if (type is IArrayTypeSymbol array) Reach(assembly, array.ElementType, reached);
        if (type is not INamedTypeSymbol named) return;
        foreach (var argument in named.TypeArguments) Reach(assembly, argument, reached);
        if (named.TypeKind == TypeKind.Interface || !SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, assembly) || !reached.Add(named.OriginalDefinition)) return;
        if (named.BaseType is { } parent) Reach(assembly, parent, reached);
        foreach (var property in named.GetMembers().OfType<IPropertySymbol>().Where(property => !property.IsStatic)) Reach(assembly, property.Type, reached);
    }
}
