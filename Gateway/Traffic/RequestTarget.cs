namespace MyThoughts.Gateway.Traffic;

/// <summary>Reads the target of a request as the server does, for requests that nobody has sent.</summary>
internal static class RequestTarget
{
    /// <summary>The path: without its query, decoded but for <c>%2F</c>, and without dots (RFC 3986, section 5.2.4).</summary>
    public static string PathOf(string target)
    {
        var decoded = PathString.FromUriComponent(target.Split('?')[0]).Value ?? "/";
        return decoded.Contains("/.", StringComparison.Ordinal) ? WithoutDots(decoded) : decoded;
    }

    private static string WithoutDots(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path[1..].Split('/'))
        {
            if (segment == ".." && segments.Count > 0) segments.RemoveAt(segments.Count - 1);
            if (segment is not ("." or "..")) segments.Add(segment);
        }
        // What ended in dots was a folder.
        if (path.EndsWith("/.", StringComparison.Ordinal) || path.EndsWith("/..", StringComparison.Ordinal)) segments.Add("");
        return "/" + string.Join('/', segments);
    }
}
