using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Source;

/// <summary>Collects the assemblies to which code, and not the project file, shows what is internal.</summary>
internal sealed class FriendCollector : INodeCollector
{
    public List<Friend> Found { get; } = [];

    public void Look(SyntaxNode node, in Surroundings surroundings)
    {
        if (node is not AttributeSyntax { ArgumentList.Arguments: [var name, ..] } attribute) return;
        if (surroundings.Model.GetSymbolInfo(attribute).Symbol?.ContainingType.Name == "InternalsVisibleToAttribute" && KnownText.Of(name.Expression, surroundings.Model) is { } assembly)
            Found.Add(new(assembly.Split(',')[0], surroundings.Places.Of(attribute, assembly)));
    }
}
