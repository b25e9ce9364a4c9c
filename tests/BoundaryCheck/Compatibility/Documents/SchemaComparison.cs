using System.Text.Json.Nodes;

namespace MyThoughts.BoundaryCheck.Compatibility.Documents;

/// <summary>
/// What changed in a schema. What clients send may be asked for less strictly, what they read may be promised more strictly; the other
/// way round breaks them.
/// </summary>
/// <param name="add">Takes a change: where, of what, how, and what an older client would see.</param>
internal sealed class SchemaComparison(Action<Part, string, string, string> add)
{
    private const string Refused = "an older client may send what is now refused with 400";

    // A schema that many operations share is told of once, with the first of them; this also ends a schema that holds itself.
    private readonly HashSet<(string, bool)> seen = [];

    public void Compare(string name, Part old, Part now, bool isInput)
    {
        if (!old.IsThere && !now.IsThere) return;
        if (!seen.Add((string.Join('\n', old.Path), isInput))) return;
        if (!now.IsThere || !old.IsThere)
        {
            var isFreer = isInput == old.IsThere;
            add(old, name, old.IsThere ? "schema removed" : "new schema", isFreer ? "" : isInput ? Refused : "an older client finds nothing that it knows");
            return;
        }
        var (was, schema) = (NullableSchema.Of(old), NullableSchema.Of(now));
        Types(name, was, schema, isInput);
        if (isInput) Limits.Compare(name, was.Schema, schema.Schema, add);
        Values(name, was.Schema, schema.Schema, isInput);
        Properties(name, was.Schema, schema.Schema, isInput);
        if (was.Schema["items"].IsThere || schema.Schema["items"].IsThere) Compare($"{name}[]", was.Schema["items"], schema.Schema["items"], isInput);
        Others(name, was.Schema["additionalProperties"], schema.Schema["additionalProperties"], isInput);
        foreach (var choice in new[] { "allOf", "oneOf", "anyOf" }) Choices(name, was, schema, choice, isInput);
    }

    private void Types(string name, NullableSchema old, NullableSchema now, bool isInput)
    {
        var (was, types) = (old.Types, now.Types);
        if (!was.SetEquals(types))
        {
            var (narrower, wider) = isInput ? (types, was) : (was, types);
            var isBroken = narrower.Count > 0 && (wider.Count == 0 || !wider.IsSubsetOf(narrower));
            var onlyNull = was.Except(["null"]).ToHashSet().SetEquals(types.Except(["null"]));
            add(old.Schema, name, onlyNull ? types.Contains("null") ? "now nullable" : "no longer nullable" : $"type {Words(was)} became {Words(types)}", !isBroken ? ""
                : isInput ? onlyNull ? "an older client may send null, and gets 400" : Refused
                : onlyNull ? "an older client reads null where it counts on a value" : "an older client cannot read it");
        }
        Format(name, old.Schema["format"], now.Schema["format"], isInput, old.Schema);
    }

    private void Format(string name, Part old, Part now, bool isInput, Part schema)
    {
        if (old.Text == now.Text) return;
        var isFine = isInput ? !now.IsThere || (old.Text, now.Text) is ("int32", "int64") : !old.IsThere || (old.Text, now.Text) is ("int64", "int32");
        add(schema, name, $"format {Word(old.Text)} became {Word(now.Text)}", isFine ? "" : isInput ? Refused : "an older client cannot read it");
    }

    private void Values(string name, Part old, Part now, bool isInput)
    {
        var (was, values) = (old["enum"].Values, now["enum"].Values);
        if (was.Count > 0 && values.Count == 0) add(old, name, "any value", "");
        foreach (var value in values.Count == 0 ? [] : was.Except(values))
            add(old["enum"], name, $"value '{value}' removed", isInput ? "an older client that sends it gets 400" : "");
        if (was.Count == 0 && values.Count > 0) add(old, name, $"only {Words(values)}", isInput ? Refused : "");
        foreach (var value in was.Count == 0 ? [] : values.Except(was)) add(old["enum"], name, $"new value '{value}'", "");
    }

    private void Properties(string name, Part old, Part now, bool isInput)
    {
        var (was, properties) = (old["properties"], now["properties"]);
        var (mustBefore, must) = (old["required"].Values, now["required"].Values);
        var added = properties.Names.Except(was.Names).ToList();
        foreach (var property in was.Names)
        {
            if (properties.Names.Contains(property))
            {
                if (isInput && must.Contains(property) && !mustBefore.Contains(property)) add(was[property], $"{name}.{property}", "now required", "an older client may leave it out, and gets 400");
                if (!isInput && mustBefore.Contains(property) && !must.Contains(property)) add(was[property], $"{name}.{property}", "no longer always there", "an older client reads nothing where it counts on a value");
                Compare($"{name}.{property}", was[property], properties[property], isInput);
                continue;
            }
            var renamed = added.Find(other => JsonNode.DeepEquals(properties[other].Node, was[property].Node));
            if (renamed is not null) added.Remove(renamed);
            add(old.With("properties", property), $"{name}.{property}", renamed is null ? "removed" : $"renamed to '{renamed}'", isInput
                ? $"what an older client sends as '{property}' is not looked at, or refused with 400" : $"an older client reads nothing for '{property}'");
        }
        foreach (var property in added)
            add(old, $"{name}.{property}", isInput && must.Contains(property) ? "new and required" : "new property", isInput && must.Contains(property) ? "an older client does not send it, and gets 400" : "");
    }

    private void Others(string name, Part old, Part now, bool isInput)
    {
        if (isInput && now.Text == "false" && old.Text != "false") add(old, name, "no other properties", Refused);
        else if (old.Names.Any() && now.Names.Any()) Compare($"{name}.*", old, now, isInput);
    }

    private void Choices(string name, NullableSchema old, NullableSchema now, string choice, bool isInput)
    {
        var (was, choices) = (old.Choices(choice), now.Choices(choice));
        foreach (var (one, other) in was.Zip(choices)) Compare(name, one, other, isInput);
        if (was.Count == choices.Count) return;
        // All of more is stricter; one of more is freer.
        var isStricter = (choices.Count > was.Count) == (choice == "allOf");
        add(old.Schema, name, $"{was.Count} became {choices.Count} in {choice}", isStricter != isInput ? "" : isInput ? Refused : "an older client does not know them all");
    }

    private static string Words(IEnumerable<string> types) => string.Join(" or ", types.Order(StringComparer.Ordinal)) is { Length: > 0 } words ? words : "any";

    private static string Word(string text) => text.Length > 0 ? text : "none";
}
