namespace MyThoughts.Search.FindThoughts;

/// <summary>The thoughts whose ids are at least <paramref name="Oldest"/> and less than <paramref name="Below"/>.</summary>
internal readonly record struct Window(long Oldest, long Below)
{
    public static readonly Window Everything = new(0, long.MaxValue);

    public bool Has(long id) => id >= Oldest && id < Below;
}
