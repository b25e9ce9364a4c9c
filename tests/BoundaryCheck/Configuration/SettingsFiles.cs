using System.Text;
using System.Text.Json;
using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Configuration;

/// <summary>Reads the <c>appsettings*.json</c> of each project, with the line of every setting.</summary>
internal static class SettingsFiles
{
    public static IReadOnlyList<Setting> Read(SolutionUnderCheck solution) =>
    [
        .. solution.Judged.SelectMany(project => SolutionFiles.Below(project.Folder, "appsettings*.json").SelectMany(file => Read(solution, project, file))),
    ];

    private static List<Setting> Read(SolutionUnderCheck solution, Project project, string file)
    {
        var bytes = File.ReadAllBytes(file).AsSpan();
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var settings = new List<Setting>();
        var path = new List<string>();
        var depths = new List<int>();
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    // Lists are levels without a name.
                    var level = reader.CurrentDepth;
                    var outer = depths.Count(depth => depth < level);
                    path.RemoveRange(outer, path.Count - outer);
                    depths.RemoveRange(outer, depths.Count - outer);
                    path.Add(reader.GetString()!);
                    depths.Add(level);
                }
                else if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False or JsonTokenType.StartObject && path.Count > 0)
                {
                    var line = bytes[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;
                    var value = reader.TokenType == JsonTokenType.StartObject ? "" : Encoding.UTF8.GetString(reader.ValueSpan);
                    settings.Add(new(project, string.Join(':', path), value, new(solution.Relative(file), line)));
                }
            }
        }
        catch (JsonException)
        {
            // The host that reads it says so better than we could; up to there it counts.
        }
        return settings;
    }
}
