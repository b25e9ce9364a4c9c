namespace MyThoughts.BoundaryCheck.Compatibility.Surfaces;

/// <summary>Attributes that change what is sent, what is valid, or what callers are told.</summary>
internal static class Attributes
{
    public static IEnumerable<Change> Compare(SurfaceType before, SurfaceType after) =>
        Compare(before.Name, before.Line, before.Attributes, after.Attributes);

    public static IEnumerable<Change> Compare(string subject, int line, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        foreach (var attribute in after.Except(before)) yield return Of(subject, line, attribute, $"[{Short(attribute)}] is new");
        foreach (var attribute in before.Except(after)) yield return Of(subject, line, attribute, $"[{Short(attribute)}] was taken away");
    }

    private static Change Of(string subject, int line, string attribute, string kind) =>
        attribute.Contains("Json", StringComparison.Ordinal) ? new(subject, kind, line, "its JSON is another, and a host of the previous version neither reads the new nor writes it")
        : attribute.Contains("DataAnnotations", StringComparison.Ordinal) && kind.EndsWith("new", StringComparison.Ordinal) ? new(subject, kind, line, "what an older caller sends may be refused with 400")
        : Change.Addition(subject, kind, line);

    private static string Short(string attribute)
    {
        var name = attribute.Split('(')[0];
        return attribute[(name.LastIndexOf('.') + 1)..];
    }
}
