using System.Reflection;

namespace MyThoughts.Boundaries.Tests;

/// <summary>Whether a module keeps everything internal but its one registration class.</summary>
internal static class PublicTypes
{
    public static IEnumerable<string> Violations(string module, IEnumerable<Type> types) => types
        .Where(type => type.IsVisible && type.Name != $"{module}Module" && !IsGenerated(type))
        .Select(type => $"{type.FullName} is public: only {module}Module may be");

    // The Razor compiler makes its view classes internal, but it has a public marker of its own in older versions.
    private static bool IsGenerated(MemberInfo type) => type.GetCustomAttributesData().Any(attribute => attribute.AttributeType.Name == "CompilerGeneratedAttribute");
}
