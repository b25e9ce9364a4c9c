using System.Text.RegularExpressions;
using MyThoughts.Chassis.Map;

namespace MyThoughts.Boundaries.Tests;

/// <summary>Whether a module's SQL, in files and in string constants, names a neighbour's schema.</summary>
internal static class ForeignSchemas
{
    public static IEnumerable<string> Violations(ModuleMap map, string module, string file, string text)
    {
        var others = map.Modules.Where(other => other.Name != module).Select(other => Regex.Escape(other.Schema));
        var mention = new Regex($@"\b(?:FROM|JOIN|INTO|UPDATE|TABLE|REFERENCES|ON|VIEW|SCHEMA|USING|GRANT|SEQUENCE)\s+(?:ONLY\s+|IF\s+(?:NOT\s+)?EXISTS\s+)?""?({string.Join('|', others)})""?(?:\.|\s*;|\s+TO\b)", RegexOptions.IgnoreCase);
        var lines = text.Split('\n');
        for (var number = 1; number <= lines.Length; number++)
            if (mention.Match(lines[number - 1]) is { Success: true } match)
                yield return $"{file}({number}): the {module} module's SQL names the schema {match.Groups[1].Value}";
    }
}
