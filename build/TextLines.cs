using System.Text.RegularExpressions;

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
