using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace MyThoughts.BoundaryCheck.Source;

/// <summary>A Razor file, for those parts of the code made of it that carry no line.</summary>
internal sealed partial class RazorFile(string path)
{
    private readonly string[] lines = File.Exists(path) ? File.ReadAllLines(path) : [];

    public string Path => path;

    /// <summary>Whether a file is a page, a view or a component.</summary>
    public static bool Is(string file) => file.EndsWith(".cshtml", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal);

    /// <summary>The file that generated code was made of.</summary>
    public static RazorFile? Of(SyntaxTree tree)
    {
        var start = tree.GetText().ToString(new(0, Math.Min(tree.Length, 1_000)));
        return Checksum().Match(start) is { Success: true } match ? new(match.Groups[1].Value) : null;
    }

    /// <returns>The first directive that names it, else the first line that does, else the first line.</returns>
    public int LineOf(string name)
    {
        var word = new Regex($@"(?<!\w){Regex.Escape(name)}(?!\w)");
        var directive = Array.FindIndex(lines, line => line.TrimStart().StartsWith('@') && word.IsMatch(line));
        return 1 + Math.Max(0, directive >= 0 ? directive : Array.FindIndex(lines, word.IsMatch));
    }

    [GeneratedRegex("#pragma checksum \"([^\"]+)\"")]
    private static partial Regex Checksum();
}
