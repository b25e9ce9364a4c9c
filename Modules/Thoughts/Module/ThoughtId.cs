using System.Globalization;

namespace MyThoughts.Thoughts;

/// <summary>The id in a path. What is no number, or larger than any, is nobody's id rather than a bad request.</summary>
internal static class ThoughtId
{
    public static bool TryParse(string text, out long id) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
}
