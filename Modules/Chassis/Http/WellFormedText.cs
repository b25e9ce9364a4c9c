namespace MyThoughts.Chassis.Http;

/// <summary>What every text that people send must be before a database sees it.</summary>
public static class WellFormedText
{
    /// <summary>Tells whether PostgreSQL can store the text: no NUL and no surrogate without its partner.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>False when storing it would be a database error.</returns>
    public static bool IsStorable(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\0') return false;
            if (!char.IsSurrogate(text[index])) continue;
            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1])) return false;
            index++;
        }
        return true;
    }

    /// <summary>Counts Unicode code points, which is how limits on text are meant: an emoji of one code point is one.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The number of code points.</returns>
    public static int CodePoints(string text)
    {
        var count = 0;
        // Counting the sequence with LINQ would box its enumerator.
        foreach (var _ in text.EnumerateRunes()) count++;
        return count;
    }
}
