using System.Text.Json;
using System.Text.RegularExpressions;
using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Readiness;

/// <summary>
/// Settings that a module shares: keys that its code and others' spell out, and sections that its host's files and other hosts' have. A key
/// that is put together at run time, or bound by the name of a class, is not seen.
/// </summary>
internal static partial class SharedConfiguration
{
    public const string Covers = "keys spelled out with a colon in code, and sections of appsettings files; not what is put together at run time";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <returns>Each key or section, who else has it, and where the module has it.</returns>
    public static IReadOnlyList<(string Key, IReadOnlyList<string> Others, Place Place)> Of(Facts facts, string module) =>
    [
        .. Keys(facts).Concat(Sections(facts.Solution)).GroupBy(use => use.Key, StringComparer.OrdinalIgnoreCase)
            .Select(key => (key.Key, Others: (IReadOnlyList<string>)[.. key.Select(use => Uses.PartOf(use.Project)).Where(part => part != module).Distinct().Order(StringComparer.Ordinal)],
                Own: key.Where(use => use.Project.Module?.Name == module).Select(use => use.Place).Order().FirstOrDefault()))
            .Where(key => key.Own is not null && key.Others.Count > 0).OrderBy(key => key.Key, StringComparer.OrdinalIgnoreCase).Select(key => (key.Key, key.Others, key.Own!)),
    ];

    private static IEnumerable<(string Key, Project Project, Place Place)> Keys(Facts facts) =>
        facts.Texts.Where(text => text.Project.Role != ProjectRole.Tests && Key().IsMatch(text.Value)).Select(text => (text.Value.Replace(Text.Hole, '*'), text.Project, text.Place));

    private static IEnumerable<(string Key, Project Project, Place Place)> Sections(SolutionUnderCheck solution) =>
        from project in solution.Projects
        where project.Role is ProjectRole.Host or ProjectRole.Service && Directory.Exists(project.Folder)
        from file in Directory.EnumerateFiles(project.Folder, "appsettings*.json")
        from section in SectionsOf(file)
        select (section, project, new Place(solution.Relative(file), 0));

    private static IEnumerable<string> SectionsOf(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file), Lenient);
            return document.RootElement.ValueKind == JsonValueKind.Object ? [.. document.RootElement.EnumerateObject().Select(section => section.Name)] : [];
        }
        catch (JsonException)
        {
            return [];   // the host says so at its start
        }
    }

    [GeneratedRegex(@"^[A-Z]\w*(:[\w\-\uFFFC]+)+$")]
    private static partial Regex Key();
}
