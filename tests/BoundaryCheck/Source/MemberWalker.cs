using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MyThoughts.BoundaryCheck.Source;

/// <summary>Walks a file once, knows in which member it is, and shows each node to those who collect.</summary>
internal sealed class MemberWalker(SemanticModel model, SourcePlaces places, params INodeCollector[] collectors) : CSharpSyntaxWalker
{
    private string member = places.File;

    public override void Visit(SyntaxNode? node)
    {
        if (node is null) return;
        var outside = member;
        if (places.Razor is null && IsMember(node) && model.GetDeclaredSymbol(Declaration(node)) is { } symbol) member = SymbolNames.Of(symbol);
        else if (node is GlobalStatementSyntax) member = "Program";
        foreach (var collector in collectors) collector.Look(node, new(model, member, places));
        base.Visit(node);
        member = outside;
    }

    private static bool IsMember(SyntaxNode node) =>
        node is MemberDeclarationSyntax and not (BaseNamespaceDeclarationSyntax or GlobalStatementSyntax) or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax };

    // Several fields may share a type and attributes, which then are the first one's.
    private static SyntaxNode Declaration(SyntaxNode node) => node is BaseFieldDeclarationSyntax fields ? fields.Declaration.Variables[0] : node;
}

/// <summary>Takes from a walk what one rule or another needs.</summary>
internal interface INodeCollector
{
    void Look(SyntaxNode node, in Surroundings surroundings);
}

/// <summary>Where in the code a node stands.</summary>
internal readonly record struct Surroundings(SemanticModel Model, string Member, SourcePlaces Places);
