using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MyThoughts.BoundaryCheck.Compatibility.Documents;

/// <summary>A document as it is kept: sorted by name, so that a diff shows what changed and nothing that only moved.</summary>
internal static class DocumentText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Leaves out what differs from build to build and from place to place: the version, and the addresses.</summary>
    public static string Of(JsonObject document)
    {
        var kept = (JsonObject)Sorted(document)!;
        kept.Remove("servers");
        if (kept["info"] is JsonObject info) info.Remove("version");
        return kept.ToJsonString(Indented) + "\n";
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject it => new JsonObject(it.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => KeyValuePair.Create(field.Key, Sorted(field.Value)))),
        JsonArray it => new JsonArray([.. it.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
