namespace MyThoughts.EndToEnd.Tests.Visiting;

/// <summary>The two ways in which programs send a body.</summary>
public enum BodyKind
{
    Json,
    Form,
}

internal static class Bodies
{
    public static Task<Answer> PostAsync(this Visitor visitor, BodyKind kind, string path, params (string Name, string Value)[] fields) =>
        kind == BodyKind.Form ? visitor.PostFormAsync(path, fields) : visitor.PostJsonAsync(path, fields.ToDictionary(field => field.Name, field => field.Value));
}
