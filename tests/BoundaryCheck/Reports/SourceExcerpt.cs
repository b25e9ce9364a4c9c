namespace MyThoughts.BoundaryCheck.Reports;

/// <summary>A few lines of a file around the one that matters.</summary>
internal static class SourceExcerpt
{
    private const int Around = 2;
    private const int Longest = 300;

    /// <returns>The lines with their numbers; none when the file is not there, or no longer has the line.</returns>
    public static IReadOnlyList<(int Number, string Text)> Read(string root, Place place)
    {
        var file = Path.GetFullPath(Path.Combine(root, place.File));
        if (place.Line < 1 || !file.StartsWith(Path.GetFullPath(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(file)) return [];
        var first = Math.Max(1, place.Line - Around);
        var lines = File.ReadLines(file).Skip(first - 1).Take(place.Line - first + 1 + Around).Select((text, at) => (first + at, text.Length > Longest ? text[..Longest] + "…" : text)).ToList();
        return lines.Exists(line => line.Item1 == place.Line) ? lines : [];
    }
}
