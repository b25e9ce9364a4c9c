using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Source;

/// <summary>Collects every use of another project's code: names, and types that an expression has without naming them.</summary>
internal sealed class ReferenceCollector(Project project, IReadOnlyDictionary<string, Project> projects) : INodeCollector
{
    private readonly Dictionary<ITypeSymbol, IReadOnlyList<INamedTypeSymbol>> foreignParts = new(SymbolEqualityComparer.Default);
    private readonly HashSet<(string Member, string Target, Place Place)> seen = [];

    public List<Reference> Found { get; } = [];

    public void Look(SyntaxNode node, in Surroundings surroundings)
    {
        switch (node)
        {
            case TypeSyntax or ConstructorInitializerSyntax:
                AddSymbol(node, surroundings, surroundings.Model.GetSymbolInfo(node));
                break;
            case LiteralExpressionSyntax or ParenthesizedExpressionSyntax:
                break;
            case ExpressionSyntax:
                AddSymbol(node, surroundings, surroundings.Model.GetSymbolInfo(node));
                AddTypes(node, surroundings, surroundings.Model.GetTypeInfo(node).Type);
                break;
            case SingleVariableDesignationSyntax or ForEachStatementSyntax or ParameterSyntax { Type: null }:
                AddTypes(node, surroundings, TypeOf(surroundings.Model.GetDeclaredSymbol(node)));
                break;
        }
    }

    private static ITypeSymbol? TypeOf(ISymbol? symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    // Inside nameof a method is named without being chosen: all its overloads are candidates.
    private void AddSymbol(SyntaxNode node, in Surroundings surroundings, SymbolInfo info)
    {
        switch (info.Symbol ?? info.CandidateSymbols.FirstOrDefault())
        {
            case ITypeSymbol type:
                AddTypes(node, surroundings, type);
                break;
            case IMethodSymbol method:
                foreach (var argument in method.TypeArguments) AddTypes(node, surroundings, argument);
                AddMember(node, surroundings, (method.ReducedFrom ?? method).OriginalDefinition);
                break;
            case IFieldSymbol or IPropertySymbol or IEventSymbol:
                AddMember(node, surroundings, (info.Symbol ?? info.CandidateSymbols[0]).OriginalDefinition);
                break;
        }
    }

    private void AddMember(SyntaxNode node, in Surroundings surroundings, ISymbol member)
    {
        if (member.ContainingType is not { } type) return;
        AddTypes(node, surroundings, type.IsGenericType ? type : null);
        if (Foreign(type) is { } owner) Add(node, surroundings, owner, type, member);
    }

    private void AddTypes(SyntaxNode node, in Surroundings surroundings, ITypeSymbol? type)
    {
        if (type is null) return;
        if (!foreignParts.TryGetValue(type, out var parts)) foreignParts[type] = parts = [.. Parts(type).Where(part => Foreign(part) is not null)];
        foreach (var part in parts) Add(node, surroundings, Foreign(part)!, part, part);
    }

    private static IEnumerable<INamedTypeSymbol> Parts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Parts(array.ElementType),
        IPointerTypeSymbol pointer => Parts(pointer.PointedAtType),
        IFunctionPointerTypeSymbol function => function.Signature.Parameters.Select(parameter => parameter.Type).Append(function.Signature.ReturnType).SelectMany(Parts),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Parts).Prepend(named.OriginalDefinition).Concat(named.ContainingType is { } outer ? Parts(outer) : []),
        _ => [],
    };

    private Project? Foreign(INamedTypeSymbol type) =>
        type.ContainingAssembly is { } assembly && assembly.Name != project.Name ? projects.GetValueOrDefault(assembly.Name) : null;

    private void Add(SyntaxNode node, in Surroundings surroundings, Project owner, INamedTypeSymbol type, ISymbol target)
    {
        var place = surroundings.Places.Of(node, type.Name);
        var name = SymbolNames.Of(target);
        if (seen.Add((surroundings.Member, name, place)))
            Found.Add(new(project, surroundings.Member, owner, SymbolNames.Of(type.OriginalDefinition), name, place, Witness.Source));
    }
}
