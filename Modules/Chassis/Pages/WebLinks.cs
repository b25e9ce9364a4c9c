using System.Buffers;

namespace MyThoughts.Chassis.Pages;

/// <summary>Recognizes bare web addresses and leaves the punctuation of the sentence around them alone.</summary>
internal static class WebLinks
{
    // White space, quotes and angle brackets end an address, and so does the punctuation of scripts that write no spaces.
    private static readonly SearchValues<char> Ends = SearchValues.Create("<>\"`|\\^{}。，、；：！？「」『』（）《》【】“”„«»");
    private static readonly SearchValues<char> Trailing = SearchValues.Create(".,:;!?'*_~…’");

    /// <summary>Where <c>http</c> or <c>https</c> begins in front of a colon with two slashes; -1 when neither does.</summary>
    public static int StartOf(string text, int colon)
    {
        if (!text.AsSpan(colon).StartsWith("://", StringComparison.Ordinal)) return -1;
        var before = text.AsSpan(0, colon);
        return before.EndsWith("https", StringComparison.OrdinalIgnoreCase) ? colon - 5
            : before.EndsWith("http", StringComparison.OrdinalIgnoreCase) ? colon - 4
            : -1;
    }

    public static (TextLink? Link, int Next) At(string text, int start, int colon)
    {
        var end = End(text, colon + "://".Length);
        var address = text[start..WithoutTrailing(text, start, end)];
        return IsWebAddress(address)
            ? (new TextLink(new(start, address.Length), TextLinkKind.Web, address), start + address.Length)
            : (null, end);
    }

    private static int End(string text, int start)
    {
        var end = start;
        while (end < text.Length && !IsEnd(text[end])) end++;
        return end;
    }

    private static bool IsEnd(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || IsInvisible(c) || Ends.Contains(c);

    // Direction marks and other characters without a shape could make an address look like another one.
    private static bool IsInvisible(char c) => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format;

    private static int WithoutTrailing(string text, int start, int end)
    {
        var address = text.AsSpan(start, end - start);
        var round = address.Count(')') - address.Count('(');
        var square = address.Count(']') - address.Count('[');
        // A closing bracket belongs to the address when it opened there: https://en.wikipedia.org/wiki/Platypus_(disambiguation).
        while (end > start)
        {
            if (text[end - 1] == ')' && round > 0) round--;
            else if (text[end - 1] == ']' && square > 0) square--;
            else if (!Trailing.Contains(text[end - 1])) break;
            end--;
        }

        return end;
    }

    // An address with a user in it (https://bank.example@evil.example) is only ever there to deceive.
    private static bool IsWebAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Length > 0
        && uri.UserInfo.Length == 0;
}
