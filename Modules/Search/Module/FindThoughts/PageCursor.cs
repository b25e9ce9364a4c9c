using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace MyThoughts.Search.FindThoughts;

/// <summary>Where a page begins: beyond a thought, towards older or newer ones. Opaque to callers, the same on every side.</summary>
internal readonly record struct PageCursor(bool Newer, long Id)
{
    private const int LongestText = 40;

    public static bool TryParse(string text, out PageCursor cursor)
    {
        cursor = default;
        if (text.Length > LongestText || !Base64Url.IsValid(text)) return false;
        var decoded = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
        if (decoded.Length == 0 || !long.TryParse(decoded.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return false;
        cursor = new(decoded[0] == '>', id);
        // One place has one cursor: white space, padding and leading zeros are no spellings of ours.
        return cursor.ToString() == text;
    }

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(Newer ? '>' : '<')}{Id}")));
}
