using System.Text.RegularExpressions;
using MyThoughts.Chassis.Map;

namespace MyThoughts.Boundaries.Tests;

/// <summary>Whether a module's or the gateway's SQL, in files and in string constants, names the schema of another.</summary>
internal static partial class ForeignSchemas
{
    public static IEnumerable<string> Violations(ModuleMap map, string module, string file, string text)
    {
        var others = string.Join('|', map.Schemas.Where(other => other.Owner != module).Select(other => Regex.Escape(other.Schema)));
        // What stands in a schema begins with a small letter, members of C# do not. A slash or an @ before it makes it an address.
        var mention = new Regex($@"(?<![/@-])\b(?i:(?<schema>{others}))""?\.""?[a-z_]|(?i:\bSCHEMA\s+(?:IF\s+(?:NOT\s+)?EXISTS\s+)?""?(?<schema>{others})\b)");
        var lines = text.Split('\n');
        for (var number = 1; number <= lines.Length; number++)
            if (!Comment().IsMatch(lines[number - 1]) && mention.Match(lines[number - 1]) is { Success: true } match)
                yield return $"{file}({number}): the SQL of {module} names the schema {match.Groups["schema"].Value}";
    }

    [GeneratedRegex("^\\s*(//|--)")]
    private static partial Regex Comment();
}
