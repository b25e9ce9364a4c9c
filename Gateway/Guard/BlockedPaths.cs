using System.Collections.Frozen;

namespace MyThoughts.Gateway.Guard;

/// <summary>
/// The hosts' paths that nobody outside reaches. YARP forwards the path as Kestrel decoded it, encoded again, so a host of ours reads
/// what the gateway read; but a service in another language may decode twice, or take a backslash for a slash. A path is therefore
/// judged in the form that the most lenient reader would make of it, and refusing a path too many costs nothing.
/// </summary>
internal static class BlockedPaths
{
    private const int MaxRounds = 8;

    private static readonly FrozenSet<string> Names = new[] { "admin", "internal", "metrics", "docs", "openapi", "health", "healthcheck" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(string path) => IsPlain(path) ? Lookup.Contains(FirstSegment(path)) : ContainsLenient(path);

    // One way to read it: no escapes, no dots at the start of a segment, no empty segment before the last.
    private static bool IsPlain(string path) =>
        path.AsSpan().IndexOfAny("%\\; ") < 0 && !path.Contains("//", StringComparison.Ordinal) && !path.Contains("/.", StringComparison.Ordinal);

    private static ReadOnlySpan<char> FirstSegment(string path)
    {
        var rest = path.AsSpan().TrimStart('/');
        var end = rest.IndexOf('/');
        return end < 0 ? rest : rest[..end];
    }

    private static bool ContainsLenient(string path)
    {
        var decoded = path;
        for (var round = 0; round < MaxRounds; round++)
        {
            if (ContainsDecoded(decoded)) return true;
            var next = Uri.UnescapeDataString(decoded);
            if (next == decoded) return false;
            decoded = next;
        }

        // Nobody encodes a path nine times in good faith.
        return true;
    }

    private static bool ContainsDecoded(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Replace('\\', '/').Split('/').Select(WithoutParameters))
        {
            if (segment == ".." && segments.Count > 0) segments.RemoveAt(segments.Count - 1);
            if (segment is not ("" or "." or "..")) segments.Add(segment);
        }

        return segments.Count > 0 && Names.Contains(segments[0]);
    }

    // `/admin;v=1` is `/admin` to servers that know path parameters.
    private static string WithoutParameters(string segment) => segment.Split(';')[0].Trim();
}
