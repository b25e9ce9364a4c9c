namespace MyThoughts.Search.FindThoughts;

/// <summary>Ids in stretches of 131,072, as the text indexes and the frequencies have them: <c>id &gt;&gt; 17</c> in SQL.</summary>
internal static class Segments
{
    private const int Bits = 17;

    public const long Size = 1L << Bits;

    public static long Of(long id) => id >> Bits;

    public static Window Ids(long segment) => new(segment << Bits, (segment + 1) << Bits);
}
