namespace MyThoughts.Benchmarks.Core;

/// <summary>What an answer must be. One that is not rejects its arm, for errors are fast.</summary>
/// <param name="Bodies">The bodies that are right, byte for byte; none where a page tells the time or holds a token.</param>
/// <param name="Marker">What the body holds in that case.</param>
internal sealed record RightAnswer(IReadOnlyList<byte[]> Bodies, string Marker)
{
    public const int Status = 200;

    public static RightAnswer Exactly(params IReadOnlyList<byte[]> bodies) => new(bodies, "");

    public static RightAnswer Holding(string marker) => new([], marker);
}
