using System.Collections.Frozen;

namespace MyThoughts.Gateway.Proxy;

/// <summary>Tells static assets by their path.</summary>
internal static class AssetPath
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Folders =
        Lookup("assets", "_content", "css", "js", "images", "fonts");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Extensions = Lookup(
        ".css", ".js", ".mjs", ".map", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".woff", ".woff2", ".webmanifest");

    public static bool Is(PathString path) => IsBelowFolder(path.Value) || HasExtension(path.Value);

    private static bool IsBelowFolder(ReadOnlySpan<char> path)
    {
        if (path is not ['/', .. var rest]) return false;
        var end = rest.IndexOf('/');
        return end >= 0 && Folders.Contains(rest[..end]);
    }

    private static bool HasExtension(ReadOnlySpan<char> path)
    {
        var dot = path.LastIndexOf('.');
        return dot >= 0 && Extensions.Contains(path[dot..]);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(params string[] names) =>
        names.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
