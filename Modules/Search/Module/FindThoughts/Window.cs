namespace MyThoughts.Search.FindThoughts;

/// <summary>The thoughts whose ids are at least <paramref name="Oldest"/> and less than <paramref name="Below"/>.</summary>
internal readonly record struct Window(long Oldest, long Below)
{
    public static readonly Window Everything = new(0, long.MaxValue);

    public bool IsEmpty => Oldest >= Below;

    public bool Has(long id) => id >= Oldest && id < Below;

    public Window Within(Window other) => new(Math.Max(Oldest, other.Oldest), Math.Min(Below, other.Below));

    /// <summary>The smallest one that has both.</summary>
    public Window Around(Window other) => new(Math.Min(Oldest, other.Oldest), Math.Max(Below, other.Below));

    /// <summary>Its part of at most so many ids at the end where a reader in this direction begins.</summary>
    public Window First(long ids, Direction direction) => direction == Direction.Older
        ? this with { Oldest = Math.Max(Oldest, Below - ids) }
        : this with { Below = Below - Oldest > ids ? Oldest + ids : Below };

    /// <summary>What is left when a part at its beginning has been read.</summary>
    public Window After(Window read, Direction direction) => direction == Direction.Older
        ? this with { Below = Math.Min(Below, read.Oldest) }
        : this with { Oldest = Math.Max(Oldest, read.Below) };
}
