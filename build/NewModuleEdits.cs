using System.Text;
using System.Text.RegularExpressions;
using MyThoughts.Chassis.Map;

/// <summary>The places that name every module, each with one more.</summary>
internal static class NewModuleEdits
{
    public const string Map = "Modules/modules.json";

    public static IReadOnlyList<NewModuleFile> Of(string root, ModuleMap map, string name)
    {
        var lower = name.ToLowerInvariant();
        return
        [
            new(Map, NewModuleEntry.Insert(File.ReadAllBytes(Path.Combine(root, Map)), map, name)),
            Edit("MyThoughts.Web/MyThoughts.Web.csproj", text => TextLines.InsertAfterLast(
                text, """<ProjectReference Include="\.\./Modules/""", $"""<ProjectReference Include="../Modules/{name}/Module/MyThoughts.{name}.csproj" />""")),
            Edit("MyThoughts.Web/Program.cs", text => TextLines.InsertAfterLast(
                TextLines.InsertSorted(text, @"^using MyThoughts\.", $"using MyThoughts.{name};"), @"^\s*host\.Add\w+Module\(\);", $"host.Add{name}Module();")),
            Edit(Repository.HostsOnly, text => TextLines.InsertSortedItem(
                text, @"^\s*"".*\.csproj""", $"""
                "Modules\\{name}\\Service\\MyThoughts.{name}.Service.csproj"
                """)),
            Edit("docs/architecture.md", text => TextLines.InsertAfterLast(
                text, @"^\| \w+ \| [^|]+ \| `/", $"| {name} | items of its own, for now | `/{lower}`, `/api/{lower}` |")),
        ];

        NewModuleFile Edit(string path, Func<string, string> change)
        {
            try
            {
                // Not ReadAllText, which would drop a byte order mark.
                return new(path, Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(root, path))))));
            }
            catch (InvalidDataException problem)
            {
                throw new TaskFailedException($"{path} has no line like {problem.Message}, after which the module's would stand. Nothing was written; bring that line back.");
            }
        }
    }
}

/// <summary>Puts a line among others like it and leaves those as they are.</summary>
internal static class TextLines
{
    /// <summary>Puts a line after the last one like those, indented alike.</summary>
    /// <exception cref="InvalidDataException">There is none; the message is what was looked for.</exception>
    public static string InsertAfterLast(string text, string alike, string line)
    {
        var lines = Lines(text);
        var last = lines.FindLastIndex(other => Regex.IsMatch(other, alike));
        if (last < 0) throw new InvalidDataException(alike);
        lines.Insert(last + 1, Like(lines[last], line));
        return string.Concat(lines);
    }

    /// <summary>Puts a line before the first one like those that comes after it in the alphabet, or after the last.</summary>
    /// <exception cref="InvalidDataException">There is none; the message is what was looked for.</exception>
    public static string InsertSorted(string text, string alike, string line)
    {
        var lines = Lines(text);
        var next = lines.FindIndex(other => Regex.IsMatch(other, alike) && string.CompareOrdinal(other.Trim(), line) > 0);
        if (next < 0) return InsertAfterLast(text, alike, line);
        lines.Insert(next, Like(lines[next], line));
        return string.Concat(lines);
    }

    /// <summary>The same for the items of a list in JSON, a line each: all but the last end in a comma.</summary>
    /// <exception cref="InvalidDataException">There is none; the message is what was looked for.</exception>
    public static string InsertSortedItem(string text, string alike, string item)
    {
        var lines = Lines(text);
        var last = lines.FindLastIndex(other => Regex.IsMatch(other, alike));
        if (last < 0) throw new InvalidDataException(alike);
        if (string.CompareOrdinal(lines[last].Trim(), item) > 0) return InsertSorted(text, alike, item + ",");
        lines.Insert(last + 1, Like(lines[last], item));
        lines[last] = Like(lines[last], lines[last].Trim() + ",");
        return string.Concat(lines);
    }

    // Each with its own line end.
    private static List<string> Lines(string text) => [.. Regex.Split(text, @"(?<=\n)")];

    private static string Like(string other, string line)
    {
        var content = other.Trim();
        return content.Length == 0 ? line : other[..other.IndexOf(content, StringComparison.Ordinal)] + line + (other.EndsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n");
    }
}
