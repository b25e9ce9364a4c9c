namespace MyThoughts.Chassis.Database;

/// <summary>Patterns for <c>LIKE</c> and <c>ILIKE</c> out of what people typed.</summary>
public static class LikePattern
{
    /// <summary>A pattern for every text with this one in it; its own wildcards are plain characters, as people mean them.</summary>
    /// <param name="text">What was typed; null when nothing was.</param>
    /// <returns>The pattern, or null.</returns>
    public static string? Containing(string? text) =>
        text is null ? null : $"%{Exactly(text)}%";

    /// <summary>A pattern for this text alone; its own wildcards are plain characters.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The pattern.</returns>
    public static string Exactly(string text) => text.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_");
}
