using System.Text.Json.Nodes;

namespace MyThoughts.BoundaryCheck.Compatibility.Documents;

/// <summary>A part of a document, with the way to it.</summary>
/// <param name="Root">The document.</param>
/// <param name="Path">The names from the root to it.</param>
/// <param name="Node">The part; null when there is none.</param>
internal sealed record Part(JsonNode Root, IReadOnlyList<string> Path, JsonNode? Node)
{
    public bool IsThere => Node is not null;

    /// <summary>A field, with references followed.</summary>
    public Part this[string name] => new Part(Root, [.. Path, name], (Node as JsonObject)?[name]).Resolved();

    public IEnumerable<string> Names => (Node as JsonObject)?.Select(entry => entry.Key) ?? [];

    public IEnumerable<Part> Items => Node is JsonArray array ? array.Select((item, at) => new Part(Root, [.. Path, $"{at}"], item).Resolved()) : [];

    public string Text => Node is JsonValue value ? value.ToString() : "";

    public bool IsTrue => Text == "true";

    /// <summary>The values of an array, or the one value.</summary>
    public IReadOnlyList<string> Values => Node is JsonArray array ? [.. array.Select(item => item?.ToString() ?? "null")] : Node is JsonValue ? [Text] : [];

    /// <summary>The number; null when there is none.</summary>
    public decimal? Number => decimal.TryParse(Text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The way to a field itself, whatever it refers to.</summary>
    public Part With(params string[] names) => this with { Path = [.. Path, .. names] };

    private Part Resolved()
    {
        var part = this;
        // A reference to itself leads nowhere, however often it is followed.
        for (var steps = 0; steps < 20 && part.Node is JsonObject node && node["$ref"]?.ToString() is { } reference && reference.StartsWith("#/", StringComparison.Ordinal); steps++)
        {
            var names = reference[2..].Split('/').Select(name => name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToList();
            part = new(Root, names, names.Aggregate((JsonNode?)Root, (found, name) => (found as JsonObject)?[name]));
        }
        return part;
    }
}
