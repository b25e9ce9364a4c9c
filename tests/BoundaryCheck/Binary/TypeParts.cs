using Mono.Cecil;

namespace MyThoughts.BoundaryCheck.Binary;

/// <summary>The types that a type is made of: elements of arrays, arguments of generics, types around nested ones.</summary>
internal static class TypeParts
{
    public static IEnumerable<TypeReference> Of(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Of).Concat(Of(generic.ElementType)),
        FunctionPointerType function => function.Parameters.Select(parameter => parameter.ParameterType).Append(function.ReturnType).SelectMany(Of),
        RequiredModifierType modified => Of(modified.ModifierType).Concat(Of(modified.ElementType)),
        OptionalModifierType modified => Of(modified.ModifierType).Concat(Of(modified.ElementType)),
        TypeSpecification specification => Of(specification.ElementType),
        { DeclaringType: { } outer } => Of(outer).Prepend(type),
        _ => [type],
    };
}
