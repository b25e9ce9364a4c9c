namespace MyThoughts.Gateway.Proxy;

/// <summary>Tells static assets by their path.</summary>
internal static class AssetPath
{
    private static readonly string[] Folders = ["/assets/", "/_content/", "/css/", "/js/", "/images/", "/fonts/"];

    private static readonly string[] Extensions =
        [".css", ".js", ".mjs", ".map", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".woff", ".woff2", ".webmanifest"];

    public static bool Is(PathString path) =>
        path.Value is { } value
        && (Folders.Any(folder => value.StartsWith(folder, StringComparison.OrdinalIgnoreCase))
            || Extensions.Any(extension => value.EndsWith(extension, StringComparison.OrdinalIgnoreCase)));
}
