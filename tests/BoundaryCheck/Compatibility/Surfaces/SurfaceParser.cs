using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MyThoughts.BoundaryCheck.Compatibility.Surfaces;

/// <summary>Reads an outline back. The approved one and the built one come this way, so that no difference is one of reading.</summary>
internal static class SurfaceParser
{
    public static Surface Parse(string text) =>
        new([.. CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes(node => node is not TypeDeclarationSyntax { Members.Count: 0 }).OfType<MemberDeclarationSyntax>()
            .Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax).Select(Type)]);

    private static SurfaceType Type(MemberDeclarationSyntax node)
    {
        var comment = node.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && LineOf(trivia.GetLocation()) == LineOf(node.GetLocation())).ToString();
        var (kind, generics, clauses) = node switch
        {
            TypeDeclarationSyntax type => (type.Keyword.ValueText, type.TypeParameterList, type.ConstraintClauses),
            DelegateDeclarationSyntax type => ("delegate", type.TypeParameterList, type.ConstraintClauses),
            _ => ("enum", null, default),
        };
        var bases = (node as BaseTypeDeclarationSyntax)?.BaseList?.Types.Select(type => type.ToString()) ?? [];
        IEnumerable<SurfaceMember> members = node switch
        {
            DelegateDeclarationSyntax type => [Delegate(type)],
            EnumDeclarationSyntax type => type.Members.Select(Member).OfType<SurfaceMember>(),
            TypeDeclarationSyntax type => type.Members.Select(Member).OfType<SurfaceMember>(),
            _ => [],
        };
        return new(
            NameOf(node), kind, Words(node.Modifiers), [.. bases], [.. generics?.Parameters.Select(parameter => parameter.ToString()) ?? []], [.. clauses.Select(clause => clause.ToString())],
            Attributes(node), comment.Contains("input", StringComparison.Ordinal), comment.Contains("output", StringComparison.Ordinal), [.. members], LineOf(node.GetLocation()));
    }

    private static SurfaceMember? Member(MemberDeclarationSyntax node) => node switch
    {
        ConstructorDeclarationSyntax it => New(MemberKind.Constructor, it, "new", "", it.ParameterList),
        MethodDeclarationSyntax it => New(MemberKind.Method, it, it.Identifier.ValueText, it.ReturnType.ToString(), it.ParameterList) with
        {
            Constraints = [.. it.TypeParameterList?.Parameters.Select(parameter => parameter.ToString()) ?? [], .. it.ConstraintClauses.Select(clause => clause.ToString())],
            HasBody = it.Body is not null,
        },
        OperatorDeclarationSyntax it => New(MemberKind.Method, it, "operator " + it.OperatorToken, it.ReturnType.ToString(), it.ParameterList),
        ConversionOperatorDeclarationSyntax it => New(MemberKind.Method, it, $"operator {it.Type}", it.Type.ToString(), it.ParameterList),
        PropertyDeclarationSyntax it => New(MemberKind.Property, it, it.Identifier.ValueText, it.Type.ToString()) with { Accessors = Accessors(it), HasBody = HasModifier(it, "virtual") },
        IndexerDeclarationSyntax it => New(MemberKind.Property, it, "this", it.Type.ToString(), it.ParameterList) with { Accessors = Accessors(it) },
        EventFieldDeclarationSyntax it => New(MemberKind.Event, it, it.Declaration.Variables[0].Identifier.ValueText, it.Declaration.Type.ToString()),
        FieldDeclarationSyntax it => New(HasModifier(it, "const") ? MemberKind.Constant : MemberKind.Field, it, it.Declaration.Variables[0].Identifier.ValueText, it.Declaration.Type.ToString()) with
        {
            Value = it.Declaration.Variables[0].Initializer?.Value.ToString() ?? "",
        },
        EnumMemberDeclarationSyntax it => New(MemberKind.Value, it, it.Identifier.ValueText, "") with { Value = it.EqualsValue?.Value.ToString() ?? "" },
        _ => null,
    };

    private static SurfaceMember Delegate(DelegateDeclarationSyntax node) => New(MemberKind.Method, node, "Invoke", node.ReturnType.ToString(), node.ParameterList);

    private static SurfaceMember New(MemberKind kind, MemberDeclarationSyntax node, string name, string type, BaseParameterListSyntax? parameters = null) =>
        new(kind, name, type, Words(node.Modifiers), [.. parameters?.Parameters.Select(Parameter) ?? []], [], [], Attributes(node), "", false, LineOf(node.GetLocation()));

    private static SurfaceParameter Parameter(ParameterSyntax node) =>
        new(node.Identifier.ValueText, node.Type?.ToString() ?? "", string.Join(' ', Words(node.Modifiers)), node.Default?.Value.ToString());

    private static string[] Accessors(BasePropertyDeclarationSyntax node) =>
        [.. node.AccessorList?.Accessors.Select(accessor => $"{string.Join(' ', Words(accessor.Modifiers))} {accessor.Keyword.ValueText}".Trim()) ?? []];

    private static string[] Attributes(MemberDeclarationSyntax node) => [.. node.AttributeLists.SelectMany(list => list.Attributes).Select(attribute => attribute.ToString())];

    private static string[] Words(SyntaxTokenList modifiers) => [.. modifiers.Select(modifier => modifier.ValueText)];

    private static bool HasModifier(MemberDeclarationSyntax node, string word) => node.Modifiers.Any(modifier => modifier.ValueText == word);

    private static string NameOf(MemberDeclarationSyntax node)
    {
        var (name, arity) = node switch
        {
            TypeDeclarationSyntax type => (type.Identifier.ValueText, type.Arity),
            BaseTypeDeclarationSyntax type => (type.Identifier.ValueText, 0),
            DelegateDeclarationSyntax type => (type.Identifier.ValueText, type.Arity),
            _ => ("", 0),
        };
        var own = arity == 0 ? name : $"{name}`{arity}";
        return node.Parent switch
        {
            BaseTypeDeclarationSyntax outer => $"{NameOf(outer)}.{own}",
            BaseNamespaceDeclarationSyntax space => $"{space.Name}.{own}",
            _ => own,
        };
    }

    private static int LineOf(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;
}
