using System.Text.Json;
using System.Text.Json.Nodes;
using MyThoughts.BoundaryCheck.Compatibility.Documents;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Compatibility;

/// <summary>The OpenAPI document of each host, kept beside its project.</summary>
internal static class ApprovedDocuments
{
    public const string FileName = "openapi.approved.json";

    // JSON has no comments; OpenAPI leaves names that begin with x- to whoever writes them.
    private const string BreakMark = "x-broken";

    public static ApprovedTexts Compare(SolutionUnderCheck solution, IReadOnlyList<HostDocument> documents)
    {
        var (texts, missed) = (new List<ApprovedText>(), new List<NotChecked>());
        foreach (var document in documents)
            try
            {
                if (document.Document is { } current) texts.Add(Compare(document.Host, current));
                else missed.Add(Missed(document.Host, document.Problem));
            }
            catch (JsonException problem)
            {
                missed.Add(Missed(document.Host, $"{solution.Relative(FileOf(document.Host))} is no JSON: {problem.Message}"));
            }
        return new(texts, missed);
    }

    /// <summary>The text with the reasons of its breaks at its end.</summary>
    public static string With(string text, IReadOnlyCollection<string> breaks)
    {
        if (breaks.Count == 0) return text;
        var document = JsonNode.Parse(text)!.AsObject();
        document[BreakMark] = new JsonArray([.. breaks.Select(reason => JsonValue.Create(reason))]);
        return DocumentText.Of(document);
    }

    private static ApprovedText Compare(Project host, JsonObject document)
    {
        var file = FileOf(host);
        var approved = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : null;
        var current = DocumentText.Of(document);
        IReadOnlyList<string> breaks = approved is not null && JsonNode.Parse(approved)?[BreakMark] is JsonArray reasons ? [.. reasons.Select(reason => $"{reason}")] : [];
        return new(host, CompatibilityRules.OpenApi, file, approved, current, approved is null || approved == With(current, breaks) ? [] : Changes(approved, document), breaks);
    }

    private static IReadOnlyList<Change> Changes(string approved, JsonObject document) =>
        DocumentComparison.Compare(approved, document) is { Count: > 0 } changes ? changes : [Change.Addition(FileName, "written otherwise", 1)];

    public static string FileOf(Project host) => Path.Combine(host.Folder, FileName);

    private static NotChecked Missed(Project host, string why) => new($"the OpenAPI document of {host.Name}", why, [CompatibilityRules.OpenApi.Id]);
}
