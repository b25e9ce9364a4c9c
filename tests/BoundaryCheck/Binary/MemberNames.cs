using System.Text.RegularExpressions;
using Mono.Cecil;

namespace MyThoughts.BoundaryCheck.Binary;

/// <summary>
/// The names of types and members as the source has them: what the compiler made of lambdas, iterators, async methods and properties
/// goes by the member that was written.
/// </summary>
internal static partial class MemberNames
{
    public static string Of(TypeReference type)
    {
        if (type.DeclaringType is { } outer)
            return Written().Match(type.Name) is { Success: true } made ? Join(Of(outer), made.Groups["member"].Value) : $"{Of(outer)}.{Plain(type.Name)}";
        return type.Namespace.Length == 0 ? Plain(type.Name) : $"{type.Namespace}.{Plain(type.Name)}";
    }

    public static string Of(FieldDefinition field) => Member(field.DeclaringType, field.Name);

    public static string Of(PropertyDefinition property) => Member(property.DeclaringType, property.Name);

    public static string Of(MethodDefinition method) => Member(method.DeclaringType, NameOf(method));

    /// <returns>The member's name in the source; empty for a constructor, which goes by its type.</returns>
    public static string NameOf(MethodReference method) => method.Name switch
    {
        ".ctor" or ".cctor" or "<Clone>$" => "",
        var name when Accessor().Match(name) is { Success: true } accessor => accessor.Groups["member"].Value,
        var name => name,
    };

    // A type that the compiler made for a member stands for it, whatever its own members are called.
    private static string Member(TypeReference type, string name)
    {
        if (IsMade(type)) return Of(type) is var owner && Written().Match(name) is { Success: true } inner && Written().Match(type.Name).Groups["member"].Length == 0 ? Join(owner, inner.Groups["member"].Value) : owner;
        return Join(Of(type), Written().Match(name) is { Success: true } made ? made.Groups["member"].Value : name);
    }

    private static bool IsMade(TypeReference type) => type.Name.StartsWith('<');

    private static string Join(string type, string member) => member.Length == 0 ? type : $"{type}.{member}";

    private static string Plain(string name) => name.Split('`')[0];

    // <Post>d__3, <Post>b__0, <<Post>b__0>d, <>c, <>c__DisplayClass1_0, <Name>k__BackingField
    [GeneratedRegex("^<+(?<member>[^<>]*)>")]
    private static partial Regex Written();

    [GeneratedRegex("^(get|set|add|remove)_(?<member>.+)$")]
    private static partial Regex Accessor();
}
