namespace MyThoughts.Boundaries.Tests;

/// <summary>Whether a module keeps everything internal but its one registration class.</summary>
internal static class PublicTypes
{
    public static IEnumerable<string> Violations(string module, IEnumerable<Type> types) => types
        .Where(type => type.IsVisible && type.Name != $"{module}Module")
        .Select(type => $"{type.FullName} is public: only {module}Module may be");
}
