namespace MyThoughts.Chassis.Pages;

/// <summary>Makes marks writable: inside the text, in order, without overlap, and never through the middle of a surrogate pair.</summary>
internal static class TextMarks
{
    public static IReadOnlyList<TextRange> Normalize(string text, IReadOnlyList<TextRange> ranges)
    {
        if (ranges.Count == 0) return [];
        var marks = new List<TextRange>(ranges.Count);
        foreach (var range in InOrder(text, ranges))
        {
            if (marks.Count > 0 && range.Start <= marks[^1].End) marks[^1] = Join(marks[^1], range);
            else if (range.Length > 0) marks.Add(range);
        }

        return marks;
    }

    private static TextRange[] InOrder(string text, IReadOnlyList<TextRange> ranges)
    {
        var inside = new TextRange[ranges.Count];
        for (var place = 0; place < inside.Length; place++) inside[place] = Clamp(text, ranges[place]);
        Array.Sort(inside, static (one, other) => one.Start.CompareTo(other.Start));
        return inside;
    }

    private static TextRange Join(TextRange first, TextRange second) =>
        first with { Length = Math.Max(first.End, second.End) - first.Start };

    private static TextRange Clamp(string text, TextRange range)
    {
        var start = (int)Math.Clamp((long)range.Start, 0, text.Length);
        var end = (int)Math.Clamp((long)range.Start + range.Length, start, text.Length);
        if (start == end) return new(start, 0);
        if (SplitsPair(text, start)) start--;
        if (SplitsPair(text, end)) end++;
        return new(start, end - start);
    }

    private static bool SplitsPair(string text, int index) =>
        index > 0 && index < text.Length && char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1]);
}
