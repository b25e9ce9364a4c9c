namespace MyThoughts.Search.FindThoughts;

/// <summary>How often the rarest of the texts that must be in a thought is there, as counted some time ago.</summary>
/// <param name="BySegment">Thoughts by segment, where there were enough to be listed.</param>
/// <param name="CountedBelow">Every thought with a lower id has been counted.</param>
/// <param name="IsWord">Whether it is a word: then a segment that is not listed has next to none.</param>
internal sealed record KeyFrequency(IReadOnlyDictionary<long, long> BySegment, long CountedBelow, bool IsWord)
{
    /// <summary>Nothing is known: no whole word of three letters or more is in the text.</summary>
    public static readonly KeyFrequency Unknown = new(new Dictionary<long, long>(), 0, IsWord: false);

    public bool IsCounted(long segment) => Segments.Ids(segment).Oldest < CountedBelow;

    public long In(long segment) => BySegment.GetValueOrDefault(segment);
}
