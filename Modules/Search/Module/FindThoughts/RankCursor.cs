using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace MyThoughts.Search.FindThoughts;

/// <summary>Where a page of best matches begins: after or before a place in the ranking of the matches in a window. Opaque to callers.</summary>
internal readonly record struct RankCursor(bool Better, Window Window, int Score, long Id)
{
    private const string Mark = "best";
    private const int LongestText = 128;

    /// <summary>The best match of a window, whatever it is.</summary>
    public static RankCursor BestOf(Window window) => new(Better: false, window, int.MaxValue, long.MaxValue);

    public static bool TryParse(string text, out RankCursor cursor)
    {
        cursor = default;
        if (text.Length > LongestText || !Base64Url.IsValid(text)) return false;
        var decoded = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
        if (decoded.Length <= Mark.Length || !decoded.StartsWith(Mark, StringComparison.Ordinal)) return false;
        var numbers = decoded[(Mark.Length + 1)..].Split('.')
            .Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        if (numbers is not [>= 0, >= 0, >= 0 and <= int.MaxValue, >= 0]) return false;
        cursor = new(decoded[Mark.Length] == '>', new(numbers[0], numbers[1]), (int)numbers[2], numbers[3]);
        // One place has one cursor.
        return cursor.ToString() == text;
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{Mark}{(Better ? '>' : '<')}{Window.Oldest}.{Window.Below}.{Score}.{Id}")));
}
