using Microsoft.CodeAnalysis;

namespace MyThoughts.BoundaryCheck.Source;

/// <summary>The names of types and members in findings: with their namespace, and the types of parameters, so that two overloads are two.</summary>
internal static class SymbolNames
{
    private static readonly SymbolDisplayFormat Full = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted, SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.ExpandNullable);

    private static readonly SymbolDisplayFormat Short = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly, genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public static string Of(ITypeSymbol type) => type.ToDisplayString(Full);

    public static string Of(ISymbol symbol) => symbol switch
    {
        ITypeSymbol type => Of(type),
        IMethodSymbol { AssociatedSymbol: { } property } => Of(property),
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } constructor => $"{Of(constructor.ContainingType)}.new({Parameters(constructor)})",
        IMethodSymbol method => $"{Of(method.ContainingType)}.{method.Name}({Parameters(method)})",
        { ContainingType: { } type } => $"{Of(type)}.{symbol.Name}",
        _ => symbol.Name,
    };

    private static string Parameters(IMethodSymbol method) => string.Join(", ", method.Parameters.Select(parameter => parameter.Type.ToDisplayString(Short)));
}
