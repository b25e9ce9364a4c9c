namespace MyThoughts.Gateway.Pages.Parts;

/// <summary>Where somebody wanted to go before they were asked for a key: on these pages, or it is the board.</summary>
internal static class ReturnPath
{
    public const string Board = "/admin/";

    // Judged as a browser reads it: it takes a backslash for a slash, drops tabs and lines, and goes up by dots.
    public static string Of(string? wanted)
    {
        if (wanted is null || wanted.Any(character => char.IsControl(character) || character == '\\')) return Board;
        if (!wanted.StartsWith(Board, StringComparison.Ordinal) && wanted != "/admin") return Board;
        var address = new Uri(new Uri("http://localhost"), wanted);
        return address.AbsolutePath.StartsWith("/admin", StringComparison.Ordinal) && !address.AbsolutePath.StartsWith("/admin/log", StringComparison.Ordinal) ? address.PathAndQuery : Board;
    }
}
