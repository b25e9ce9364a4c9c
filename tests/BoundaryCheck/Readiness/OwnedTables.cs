using System.Text.RegularExpressions;
using MyThoughts.BoundaryCheck.Evidence;

namespace MyThoughts.BoundaryCheck.Readiness;

/// <summary>The tables and views that a module's SQL files create and do not drop again.</summary>
internal static partial class OwnedTables
{
    public static IReadOnlyList<(string Name, Place Place)> Of(Facts facts, string module)
    {
        var tables = new SortedDictionary<string, Place>(StringComparer.Ordinal);
        foreach (var text in facts.Texts.Where(text => text.Project.Module?.Name == module && text.Place.File.EndsWith(".sql", StringComparison.Ordinal)).OrderBy(text => text.Place))
            foreach (Match match in Statement().Matches(Comment().Replace(text.Value, comment => new string(' ', comment.Length))))
            {
                var name = match.Groups["name"].Value.Replace("\"", "", StringComparison.Ordinal);
                if (match.Groups["drop"].Success) tables.Remove(name);
                else tables.TryAdd(name, text.PlaceOf(match.Index));
            }
        return [.. tables.Select(table => (table.Key, table.Value))];
    }

    [GeneratedRegex("""\b(CREATE\s+(OR\s+REPLACE\s+)?(UNLOGGED\s+|FOREIGN\s+|RECURSIVE\s+|MATERIALIZED\s+)*|(?<drop>DROP\s+)(MATERIALIZED\s+|FOREIGN\s+)?)(TABLE|VIEW)\s+(IF\s+(NOT\s+)?EXISTS\s+)?(?<name>("[^"]+"|\w+)(\s*\.\s*("[^"]+"|\w+))?)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Statement();

    // Lines stay where they are.
    [GeneratedRegex(@"--[^\n]*")]
    private static partial Regex Comment();
}
