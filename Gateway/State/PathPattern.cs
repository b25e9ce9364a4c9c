namespace MyThoughts.Gateway.State;

/// <summary>
/// A path of a route. It owns itself, with the slash or without, and everything below it; only the root owns itself alone. A segment
/// may end in a name in braces, which stands for at least one character: <c>/@{username}</c>. Compared without case, as the hosts do.
/// </summary>
internal sealed class PathPattern
{
    private const int Longest = 200;

    private readonly Segment[] segments;

    private PathPattern(string text, Segment[] segments) => (Text, this.segments) = (text, segments);

    public string Text { get; }

    public static bool TryParse(string text, out PathPattern pattern)
    {
        pattern = new(text, []);
        if (text == "/") return true;
        if (text.Length is < 2 or > Longest || text[0] != '/') return false;
        var segments = Array.ConvertAll(text[1..].Split('/'), Segment.Parse);
        if (Array.Exists(segments, segment => segment is null)) return false;
        pattern = new(text, segments!);
        return true;
    }

    public bool Owns(ReadOnlySpan<char> path)
    {
        if (path.Length == 0 || path[0] != '/') return path.Length == 0 && segments.Length == 0;
        var rest = path[1..];
        foreach (var segment in segments)
        {
            var end = rest.IndexOf('/');
            if (!segment.Matches(end < 0 ? rest : rest[..end])) return false;
            rest = end < 0 ? default : rest[(end + 1)..];
        }
        return segments.Length > 0 || rest.Length == 0;
    }

    /// <summary>Whether some path would belong to both.</summary>
    public bool Overlaps(PathPattern other) =>
        segments.Length == 0 || other.segments.Length == 0
            ? segments.Length == other.segments.Length
            : segments.Zip(other.segments).All(pair => pair.First.Overlaps(pair.Second));

    public override string ToString() => Text;

    private sealed record Segment(string Start, bool IsOpen)
    {
        public static Segment? Parse(string text)
        {
            var brace = text.IndexOf('{', StringComparison.Ordinal);
            var start = brace < 0 ? text : text[..brace];
            var isName = brace < 0 || (text[^1] == '}' && text.Length > brace + 2 && text[(brace + 1)..^1].All(char.IsAsciiLetterOrDigit));
            return isName && text.Length > 0 && start is not ("." or "..") && start.All(IsPlain) ? new(start, brace >= 0) : null;
        }

        public bool Matches(ReadOnlySpan<char> text) => IsOpen
            ? text.Length > Start.Length && text.StartsWith(Start, StringComparison.OrdinalIgnoreCase)
            : text.Equals(Start, StringComparison.OrdinalIgnoreCase);

        public bool Overlaps(Segment other) => (IsOpen, other.IsOpen) switch
        {
            (false, false) => string.Equals(Start, other.Start, StringComparison.OrdinalIgnoreCase),
            (true, false) => Matches(other.Start),
            (false, true) => other.Matches(Start),
            _ => Start.StartsWith(other.Start, StringComparison.OrdinalIgnoreCase) || other.Start.StartsWith(Start, StringComparison.OrdinalIgnoreCase),
        };

        private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || "-._~@".Contains(character, StringComparison.Ordinal);
    }
}
