namespace MyThoughts.Chassis.Pages;

/// <summary>Finds the names that a text mentions: the very ones that become links where somebody has them.</summary>
public static class Mentions
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">The text as stored.</param>
    /// <returns>The names as they are written, without the <c>@</c>, each once.</returns>
    public static IEnumerable<string> In(string text) =>
        TextLinks.Find(text).Where(link => link.Kind == TextLinkKind.Mention).Select(link => link.Target).Distinct();
}
