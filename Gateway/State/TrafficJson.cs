using System.Text.Json;
using System.Text.Json.Serialization;

namespace MyThoughts.Gateway.State;

/// <summary>How the state looks in JSON: in the database, in the local file, in <c>traffic.json</c> and in the API.</summary>
internal static class TrafficJson
{
    /// <summary>For what the gateway wrote itself: a newer version may have written more.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new());

    /// <summary>For what people write: an unknown or doubled field is a typing error, and typing errors must not move traffic.</summary>
    public static JsonSerializerOptions Strict { get; } = new(Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.AllowDuplicateProperties = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new WeightJson());
        return options;
    }

    private sealed class WeightJson : JsonConverter<Weight>
    {
        public override Weight Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var percent) && Weight.TryFrom(percent, out var weight)
                ? weight
                : throw new JsonException(Weight.Wanted);

        public override void Write(Utf8JsonWriter writer, Weight value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Percent);
    }
}
