namespace MyThoughts.Chassis.Seeding;

/// <summary>
/// Picks a few things often and most things hardly ever, as people pick words and as people write: the n-th most frequent about 1/n as
/// often as the first. Drawn in constant time by Walker's alias method.
/// </summary>
// Divisions alone, which every machine rounds alike: powers and logarithms differ in the last bit.
public sealed class Zipf
{
    private readonly double[] keep;
    private readonly int[] alias;

    /// <summary>Prepares the draws.</summary>
    /// <param name="count">How many things there are.</param>
    /// <param name="flatness">How many of the first are about as frequent as the very first.</param>
    public Zipf(int count, double flatness)
    {
        keep = [.. Enumerable.Range(1, count).Select(rank => 1 / (rank + flatness))];
        alias = new int[count];
        var whole = keep.Sum();
        var (small, large) = (new Stack<int>(), new Stack<int>());
        for (var index = 0; index < count; index++)
        {
            keep[index] = keep[index] / whole * count;
            (keep[index] < 1 ? small : large).Push(index);
        }
        while (small.Count > 0 && large.TryPop(out var rich))
        {
            var poor = small.Pop();
            alias[poor] = rich;
            keep[rich] -= 1 - keep[poor];
            (keep[rich] < 1 ? small : large).Push(rich);
        }
        // What rounding left over is as likely as itself.
        foreach (var index in small.Concat(large)) keep[index] = 1;
    }

    /// <summary>Draws one.</summary>
    /// <param name="random">Where the chance comes from.</param>
    /// <returns>Its rank, 0 for the most frequent.</returns>
    public int Draw(SplitMix64 random)
    {
        var index = random.Below(keep.Length);
        return random.Part() < keep[index] ? index : alias[index];
    }
}
