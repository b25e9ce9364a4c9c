namespace MyThoughts.BoundaryCheck.Compatibility.Surfaces;

/// <summary>What other assemblies can see of an assembly.</summary>
internal sealed record Surface(IReadOnlyList<SurfaceType> Types);

/// <summary>A type of the surface.</summary>
/// <param name="Name">With namespace, outer types and the number of its type parameters.</param>
/// <param name="Kind"><c>record</c>, <c>class</c>, <c>struct</c>, <c>interface</c>, <c>enum</c> or <c>delegate</c>.</param>
/// <param name="Modifiers">Those of its declaration.</param>
/// <param name="Bases">Base type and interfaces.</param>
/// <param name="TypeParameters">Its type parameters with their variance.</param>
/// <param name="Constraints">The constraints on them.</param>
/// <param name="Attributes">Attributes as written.</param>
/// <param name="IsInput">Whether callers send it.</param>
/// <param name="IsOutput">Whether callers read it.</param>
/// <param name="Members">Its members.</param>
/// <param name="Line">Its line.</param>
internal sealed record SurfaceType(
    string Name, string Kind, IReadOnlyList<string> Modifiers, IReadOnlyList<string> Bases, IReadOnlyList<string> TypeParameters, IReadOnlyList<string> Constraints,
    IReadOnlyList<string> Attributes, bool IsInput, bool IsOutput, IReadOnlyList<SurfaceMember> Members, int Line)
{
    public string ShortName => Name[(Name.LastIndexOf('.') + 1)..];
}

/// <summary>A member of a type.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it gives; empty for a constructor.</param>
/// <param name="Modifiers">Those of its declaration.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Accessors">A property's accessors, each with the modifier it has of its own.</param>
/// <param name="Constraints">A generic method's type parameters and their constraints.</param>
/// <param name="Attributes">Attributes as written.</param>
/// <param name="Value">A constant's value.</param>
/// <param name="HasBody">Whether an interface says what it does.</param>
/// <param name="Line">Its line.</param>
internal sealed record SurfaceMember(
    MemberKind Kind, string Name, string Type, IReadOnlyList<string> Modifiers, IReadOnlyList<SurfaceParameter> Parameters, IReadOnlyList<string> Accessors,
    IReadOnlyList<string> Constraints, IReadOnlyList<string> Attributes, string Value, bool HasBody, int Line)
{
    /// <summary>What tells it from its overloads.</summary>
    public string Key => $"{Kind} {Name}`{Constraints.Count(part => !part.StartsWith("where", StringComparison.Ordinal))}({string.Join(",", Parameters.Select(parameter => parameter.PlainType))})";

    /// <summary>All of it but its name.</summary>
    public string Shape =>
        $"{Kind} {Type} {string.Join(' ', Modifiers)}({string.Join(",", Parameters.Select(parameter => parameter.Type))}) {string.Join(' ', Accessors)} {string.Join(' ', Constraints)} {Value}";

    public bool Is(string modifier) => Modifiers.Contains(modifier);
}

/// <summary>A parameter.</summary>
/// <param name="Name">Its name, which callers may write.</param>
/// <param name="Type">Its type.</param>
/// <param name="Modifiers"><c>ref</c>, <c>out</c>, <c>params</c> and their like.</param>
/// <param name="Default">Its default; null when callers must give a value.</param>
internal sealed record SurfaceParameter(string Name, string Type, string Modifiers, string? Default)
{
    public string PlainType => $"{Modifiers} {Nullability.Without(Type)}";
}

internal enum MemberKind
{
    Constructor,
    Method,
    Property,
    Field,
    Constant,
    Event,
    Value,
}
