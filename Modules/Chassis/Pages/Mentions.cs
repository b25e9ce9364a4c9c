namespace MyThoughts.Chassis.Pages;

/// <summary>Finds the names that a text mentions: the very ones that become links where somebody has them.</summary>
public static class Mentions
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">The text as stored.</param>
    /// <returns>The names as they are written, without the <c>@</c>, each once.</returns>
    public static IEnumerable<string> In(string text) => text.Contains('@', StringComparison.Ordinal) ? Names(text).Distinct() : [];

    private static IEnumerable<string> Names(string text)
    {
        for (var position = 0; TextLinks.TryFind(text, ref position, out var link);)
        {
            if (link.Kind == TextLinkKind.Mention) yield return link.Target;
        }
    }
}
