using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace MyThoughts.BoundaryCheck.Compatibility.Surfaces;

/// <summary>
/// Writes what other assemblies can see of an assembly, as the outline of a C# file: sorted, one line for each type and member, so that
/// a diff of it reads like a diff of the code.
/// </summary>
internal static partial class SurfaceText
{
    private const SymbolDisplayMiscellaneousOptions Misc = SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier;

    private static readonly SymbolDisplayFormat FullName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters, miscellaneousOptions: Misc);

    private static readonly SymbolDisplayFormat Declared = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance, miscellaneousOptions: Misc);

    private static readonly SymbolDisplayFormat Constrained = FullName.WithGenericsOptions(
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance | SymbolDisplayGenericsOptions.IncludeTypeConstraints);

    private static readonly SymbolDisplayFormat Member = Constrained
        .WithKindOptions(SymbolDisplayKindOptions.IncludeMemberKeyword)
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeConstantValue)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeExtensionThis | SymbolDisplayParameterOptions.IncludeParamsRefOut);

    public static string Of(IAssemblySymbol assembly)
    {
        var types = Types(assembly.GlobalNamespace).ToList();
        var directions = Directions.Of(types);
        var all = new StringBuilder("using System;\nusing System.Collections.Generic;\nusing System.Text.Json.Serialization;\nusing System.Threading;\nusing System.Threading.Tasks;\n\n");
        foreach (var space in types.GroupBy(type => type.ContainingNamespace.ToDisplayString()).OrderBy(space => space.Key, StringComparer.Ordinal))
        {
            var text = new StringBuilder();
            foreach (var type in space.OrderBy(type => type.ToDisplayString(FullName), StringComparer.Ordinal)) Write(text, type, directions, "    ");
            var outline = Known().Replace(text.ToString(), "").Replace($"{space.Key}.", "", StringComparison.Ordinal);
            all.Append(CultureInfo.InvariantCulture, $"namespace {space.Key}\n{{\n{outline}}}\n");
        }
        return all.ToString();
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().Where(IsVisible).Concat(space.GetNamespaceMembers().SelectMany(Types));

    private static void Write(StringBuilder text, INamedTypeSymbol type, Directions directions, string indent)
    {
        var attributes = Attributes(type);
        if (type.TypeKind == TypeKind.Delegate)
        {
            var invoke = type.DelegateInvokeMethod!;
            text.Append(CultureInfo.InvariantCulture, $"{indent}{attributes}{Access(type)} delegate {invoke.ReturnType.ToDisplayString(FullName)} {type.ToDisplayString(Declared)}({Parameters(invoke)}){Constraints(type)};\n");
            return;
        }
        text.Append(CultureInfo.InvariantCulture, $"{indent}{attributes}{Access(type)} {Keywords(type)} {type.ToDisplayString(Declared)}{Bases(type)}{Constraints(type)}{directions.CommentOn(type)}\n{indent}{{\n");
        var members = type.GetMembers().Where(IsVisible).Where(IsWritten);
        if (type.TypeKind != TypeKind.Enum) members = members.OrderBy(member => member.Name, StringComparer.Ordinal).ThenBy(member => member.ToDisplayString(Member), StringComparer.Ordinal);
        foreach (var line in members.Select(member => Line(type, member))) text.Append(CultureInfo.InvariantCulture, $"{indent}    {line}\n");
        foreach (var nested in type.GetTypeMembers().Where(IsVisible).OrderBy(nested => nested.Name, StringComparer.Ordinal)) Write(text, nested, directions, indent + "    ");
        text.Append(CultureInfo.InvariantCulture, $"{indent}}}\n");
    }

    private static string Line(INamedTypeSymbol type, ISymbol member) => Attributes(member) + (member switch
    {
        IFieldSymbol value when type.TypeKind == TypeKind.Enum => $"{value.Name} = {Convert.ToString(value.ConstantValue, CultureInfo.InvariantCulture)},",
        // The display does not say whether an interface's method has a body, and that is what decides who must write one.
        IMethodSymbol method => $"{Modified(type, member)}{(type.TypeKind == TypeKind.Interface && !method.IsAbstract ? " { }" : ";")}",
        IPropertySymbol property => $"{Modified(type, member)} {{ {Accessors(property)} }}",
        _ => Modified(type, member) + ";",
    });

    // Of the members of interfaces, the display leaves the modifiers out.
    private static string Modified(INamedTypeSymbol type, ISymbol member)
    {
        var line = member.ToDisplayString(Member);
        if (type.TypeKind != TypeKind.Interface) return line;
        var isOwnWord = member is IPropertySymbol { IsAbstract: false, IsVirtual: true };
        return $"{(member.IsStatic ? "static " : "")}{(member is { IsStatic: true, IsAbstract: true } ? "abstract " : "")}{(isOwnWord ? "virtual " : "")}{line}";
    }

    private static string Accessors(IPropertySymbol property) => string.Join(' ', new[]
    {
        Accessor(property, property.GetMethod, "get;"),
        Accessor(property, property.SetMethod, property.SetMethod?.IsInitOnly == true ? "init;" : "set;"),
    }.Where(accessor => accessor.Length > 0));

    private static string Accessor(IPropertySymbol property, IMethodSymbol? accessor, string keyword) =>
        accessor is null || !IsVisible(accessor) ? "" : accessor.DeclaredAccessibility == property.DeclaredAccessibility ? keyword : "protected " + keyword;

    private static string Parameters(IMethodSymbol method) => string.Join(", ", method.Parameters.Select(parameter => parameter.ToDisplayString(Member)));

    private static string Keywords(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Enum } => "enum",
        { TypeKind: TypeKind.Struct } => $"{(type.IsReadOnly ? "readonly " : "")}{(type.IsRefLikeType ? "ref " : "")}struct",
        { IsStatic: true } => "static class",
        _ => $"{(type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "")}{(IsRecord(type) ? "record" : "class")}",
    };

    private static string Bases(INamedTypeSymbol type)
    {
        var bases = type.Interfaces.Where(candidate => !(IsEquality(candidate) && candidate.TypeArguments[0].Equals(type, SymbolEqualityComparer.Default)))
            .Select(candidate => candidate.ToDisplayString(FullName)).Order(StringComparer.Ordinal).ToList();
        if (type is { TypeKind: TypeKind.Class, BaseType: { SpecialType: not SpecialType.System_Object } parent }) bases.Insert(0, parent.ToDisplayString(FullName));
        if (type is { EnumUnderlyingType: { SpecialType: not SpecialType.System_Int32 } number }) return $" : {number.ToDisplayString(FullName)}";
        return bases.Count == 0 || type.TypeKind == TypeKind.Enum ? "" : $" : {string.Join(", ", bases)}";
    }

    private static string Constraints(INamedTypeSymbol type) =>
        type.ToDisplayString(Constrained) is var full && full.IndexOf(" where ", StringComparison.Ordinal) is >= 0 and var at ? full[at..] : "";

    // What changes the JSON or what is valid, and what tells callers to leave.
    private static string Attributes(ISymbol symbol) => string.Concat(symbol.GetAttributes()
        .Where(attribute => attribute.AttributeClass is { } type
            && (type.ContainingNamespace.ToDisplayString() is "System.Text.Json.Serialization" or "System.ComponentModel.DataAnnotations"
                || type is { Name: "ObsoleteAttribute" or "FlagsAttribute" }))
        .Select(attribute => $"[{attribute}] ").Order(StringComparer.Ordinal));

    private static string Access(ISymbol symbol) => symbol.DeclaredAccessibility == Accessibility.Public ? "public" : "protected";

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    // What the compiler writes for every record, for properties and for enums says nothing that their own lines don't.
    private static bool IsWritten(ISymbol member) => member switch
    {
        INamedTypeSymbol => false,
        IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove } => false,
        IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.TypeKind: TypeKind.Struct or TypeKind.Enum, Parameters.Length: 0 } => false,
        IMethodSymbol method => !method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute"),
        IPropertySymbol { Name: "EqualityContract" } => false,
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } value => value.HasConstantValue,
        _ => true,
    };

    private static bool IsRecord(INamedTypeSymbol type) => type.IsRecord || type.GetMembers("<Clone>$").Length > 0;

    private static bool IsEquality(INamedTypeSymbol type) => type is { Name: "IEquatable", TypeArguments.Length: 1 };

    // The names that everybody knows, short as the usings make them.
    [GeneratedRegex(@"\bSystem\.(?:(?:Threading\.Tasks|Threading|Collections\.Generic|Text\.Json\.Serialization)\.)?(?=\w+\b(?!\.))")]
    private static partial Regex Known();
}
