namespace MyThoughts.BoundaryCheck.Compatibility.Documents;

/// <summary>A schema whose null is told apart, however the document says it: as a type, as a choice, or as in OpenAPI 3.0.</summary>
internal sealed class NullableSchema
{
    private static readonly string[] Ways = ["oneOf", "anyOf"];

    private readonly bool isNullable;

    private NullableSchema(Part schema, bool isNullable) => (Schema, this.isNullable) = (schema, isNullable);

    public Part Schema { get; }

    /// <summary>The types allowed; empty for all.</summary>
    public HashSet<string> Types
    {
        get
        {
            var types = Schema["type"].Values.ToHashSet();
            if (types.Contains("number")) types.Add("integer");
            if (isNullable && (types.Count > 0 || Schema["properties"].IsThere)) types.Add("null");
            return types;
        }
    }

    public static NullableSchema Of(Part schema)
    {
        foreach (var way in Ways)
        {
            var choices = schema[way].Items.ToList();
            if (choices.Count == 2 && choices.Find(choice => !IsNull(choice)) is { } other && choices.Exists(IsNull)) return new(other, true);
        }
        return new(schema, schema["nullable"].IsTrue);
    }

    public IReadOnlyList<Part> Choices(string way) => [.. Schema[way].Items];

    private static bool IsNull(Part schema) => schema["type"].Text == "null";
}
