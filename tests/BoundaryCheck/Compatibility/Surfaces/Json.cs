using System.Text.Json;
using System.Text.RegularExpressions;

namespace MyThoughts.BoundaryCheck.Compatibility.Surfaces;

/// <summary>What a member is called in JSON.</summary>
internal static partial class Json
{
    public static string NameOf(SurfaceMember member) =>
        member.Attributes.Select(attribute => Named().Match(attribute)).FirstOrDefault(match => match.Success) is { } name ? name.Groups[1].Value : NameOf(member.Name);

    public static string NameOf(string member) => JsonNamingPolicy.CamelCase.ConvertName(member);

    [GeneratedRegex("""JsonPropertyName(?:Attribute)?\("([^"]*)"\)""")]
    private static partial Regex Named();
}
