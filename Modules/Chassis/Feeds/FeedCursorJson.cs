using System.Text.Json;
using System.Text.Json.Serialization;

namespace MyThoughts.Chassis.Feeds;

/// <summary>A cursor in JSON is the text of <see cref="FeedCursor.ToString"/>: 64-bit numbers would lose digits in some readers.</summary>
internal sealed class FeedCursorJson : JsonConverter<FeedCursor>
{
    public override FeedCursor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        FeedCursor.TryParse(reader.GetString(), out var cursor) ? cursor : throw new JsonException("This is not a feed cursor.");

    public override void Write(Utf8JsonWriter writer, FeedCursor value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
