namespace MyThoughts.Chassis.Seeding;

/// <summary>Random numbers that are the same on every machine and in every version, which <see cref="System.Random"/> does not promise.</summary>
/// <param name="state">The seed.</param>
public sealed class SplitMix64(ulong state)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong state = state;

    /// <summary>The numbers of one thing among many: of the user or the thought with this number.</summary>
    /// <param name="seed">The seed of the whole.</param>
    /// <param name="what">What it is for, so that two uses of one number have nothing in common.</param>
    /// <param name="number">The number of the thing.</param>
    /// <returns>Its own random numbers.</returns>
    public static SplitMix64 Of(ulong seed, ulong what, ulong number) => new(Mix(Mix(Mix(seed + Step) + what) + number));

    /// <summary>The next 64 bits.</summary>
    /// <returns>Any number.</returns>
    public ulong Next() => Mix(state += Step);

    /// <summary>The next whole number from 0 on.</summary>
    /// <param name="end">The first number that it never is.</param>
    /// <returns>A number from 0 to <paramref name="end"/> - 1.</returns>
    public int Below(int end) => (int)(((Next() >> 32) * (ulong)end) >> 32);

    /// <summary>The next part of a whole.</summary>
    /// <returns>A number from 0 to less than 1.</returns>
    public double Part() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Whether something happens that happens in some of a hundred cases.</summary>
    /// <param name="percent">In how many.</param>
    /// <returns>Whether it does.</returns>
    public bool Happens(int percent) => Below(100) < percent;

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
