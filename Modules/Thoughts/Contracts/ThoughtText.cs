namespace MyThoughts.Thoughts.Contracts;

/// <summary>What callers need to know about the text of a thought.</summary>
public static class ThoughtText
{
    /// <summary>The most Unicode code points that a thought may have.</summary>
    public const int MaximumLength = 250;
}
