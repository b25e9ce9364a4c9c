using System.Text.Json;
using System.Text.Encodings.Web;

namespace MyThoughts.BoundaryCheck.Baseline;

/// <summary>The list of known violations beside the map. It shrinks by <see cref="Without" />, and grows only by <see cref="With" />.</summary>
/// <param name="Entries">Sorted, so that two people's changes meet in the same lines only when they are about the same thing.</param>
internal sealed record BaselineFile(IReadOnlyList<BaselineEntry> Entries)
{
    public const string Name = "boundaries.baseline.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <returns>The list; empty when there is no file.</returns>
    /// <exception cref="CheckFailedException">The file is no such list.</exception>
    public static BaselineFile Read(string path)
    {
        if (!File.Exists(path)) return new([]);
        try
        {
            var content = JsonSerializer.Deserialize<Content>(File.ReadAllBytes(path), Options);
            if (content?.Violations is { } entries && entries.All(IsWhole)) return new(entries);
        }
        catch (JsonException problem)
        {
            throw new CheckFailedException($"{path} is no baseline: {problem.Message} Nothing was checked.");
        }
        throw new CheckFailedException($"{path} is no baseline: each of its \"violations\" needs \"rule\", \"from\", \"to\", \"reason\" and \"since\". Nothing was checked.");
    }

    public BaselineFile With(IEnumerable<BaselineEntry> added) =>
        new([.. Entries.Concat(added).OrderBy(entry => entry.Rule, StringComparer.Ordinal).ThenBy(entry => entry.From, StringComparer.Ordinal).ThenBy(entry => entry.To, StringComparer.Ordinal)]);

    public BaselineFile Without(IReadOnlyCollection<BaselineEntry> removed) => new([.. Entries.Where(entry => !removed.Contains(entry))]);

    /// <summary>Writes the list; an empty one needs no file.</summary>
    public void Write(string path)
    {
        if (Entries.Count == 0) File.Delete(path);
        else File.WriteAllText(path, JsonSerializer.Serialize(new Content(Entries), Options) + "\n");
    }

    private static bool IsWhole(BaselineEntry entry) =>
        !string.IsNullOrWhiteSpace(entry.Rule) && !string.IsNullOrWhiteSpace(entry.From) && !string.IsNullOrWhiteSpace(entry.To) && !string.IsNullOrWhiteSpace(entry.Reason) && entry.Since != default;

    private sealed record Content(IReadOnlyList<BaselineEntry> Violations);
}
