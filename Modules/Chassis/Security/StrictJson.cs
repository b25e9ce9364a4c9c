using System.Text.Json;
using System.Text.Unicode;

namespace MyThoughts.Chassis.Security;

/// <summary>JSON by the book, as in a part of a token.</summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>Hands an object to a reader; null when it is no object, or not JSON by the book.</summary>
    public static T? WithObject<T>(byte[] utf8, Func<JsonElement, T?> read) where T : class
    {
        if (!Utf8.IsValid(utf8)) return null;
        try
        {
            using var document = JsonDocument.Parse(utf8, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            return null;   // an escaped surrogate without its partner: no string of .NET
        }
    }
}
