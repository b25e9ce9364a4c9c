namespace MyThoughts.Search.Language;

/// <summary>One thing that a thought must be.</summary>
internal abstract record Term
{
    /// <summary>It has the text in it, whatever the case of either.</summary>
    public sealed record Contains(string Text) : Term;

    /// <summary>It has the word, or the words one after the other, as whole words, whatever the case and the signs between them.</summary>
    public sealed record Word(string Text) : Term
    {
        /// <summary>The first of the words, in lower case.</summary>
        public string FirstRun => Words.In(Text).First().Text;
    }

    /// <summary>It is by this author.</summary>
    public sealed record By(string Name) : Term;

    public sealed record Before(DateTime Time) : Term;

    /// <summary>It was posted at that time or later.</summary>
    public sealed record Since(DateTime Time) : Term;

    public sealed record Not(Term Unwanted) : Term;
}
