namespace MyThoughts.Benchmarks.Memory;

/// <summary>Counts how often some bytes occur in a stream that comes in pieces.</summary>
/// <param name="wanted">The bytes; the first of them must not occur among the others.</param>
internal sealed class OccurrenceCounter(ReadOnlySpan<byte> wanted)
{
    private readonly byte[] wanted = wanted.ToArray();
    private int matched;

    public int Count { get; private set; }

    public void Add(ReadOnlySpan<byte> piece)
    {
        foreach (var one in piece)
        {
            matched = one == wanted[matched] ? matched + 1 : one == wanted[0] ? 1 : 0;
            if (matched < wanted.Length) continue;
            Count++;
            matched = 0;
        }
    }
}
