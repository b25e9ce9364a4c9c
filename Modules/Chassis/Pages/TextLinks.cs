using System.Buffers;
using System.Globalization;
using System.Text;

namespace MyThoughts.Chassis.Pages;

/// <summary>A stretch of a text that leads somewhere.</summary>
/// <param name="Range">Where it stands.</param>
/// <param name="Kind">What kind of place it leads to.</param>
/// <param name="Target">The web address, the tag with its <c>#</c>, or the name without its <c>@</c>.</param>
internal readonly record struct TextLink(TextRange Range, TextLinkKind Kind, string Target);

internal enum TextLinkKind
{
    /// <summary>Another site, which we vouch for in no way.</summary>
    Web,

    /// <summary>A search for it.</summary>
    Hashtag,

    /// <summary>A person's profile, if there is such a person.</summary>
    Mention,
}

/// <summary>Finds links, <c>#hashtags</c> and <c>@mentions</c> in one pass from left to right.</summary>
internal static class TextLinks
{
    private const int LongestUsername = 50;
    // An address is known by its colon: every other sentence has an h in it, which would have to be looked at.
    private static readonly SearchValues<char> Signs = SearchValues.Create(":#@");

    /// <summary>Finds the first from a position on, and moves the position behind what was looked at: nothing is looked at again.</summary>
    public static bool TryFind(string text, ref int position, out TextLink link)
    {
        while (text.AsSpan(position).IndexOfAny(Signs) is >= 0 and var step)
        {
            (var found, position) = At(text, position + step, position);
            link = found.GetValueOrDefault();
            if (found is not null) return true;
        }
        link = default;
        return false;
    }

    private static (TextLink? Link, int Next) At(string text, int sign, int from)
    {
        var start = text[sign] == ':' ? WebLinks.StartOf(text, sign) : sign;
        // In the middle of a word these signs mean nothing: mail@example.com, C#sharp, xhttp://.
        if (start < from || IsWordBefore(text, start)) return (null, sign + 1);
        return text[sign] switch
        {
            '#' => Hashtag(text, start),
            '@' => Mention(text, start),
            _ => WebLinks.At(text, start, sign),
        };
    }

    private static (TextLink?, int) Hashtag(string text, int start)
    {
        var end = WordEnd(text, start + 1, int.MaxValue, extra: "");
        // "#1" is a number in a list, not a subject.
        return HasLetter(text.AsSpan(start..end))
            ? (new(new(start, end - start), TextLinkKind.Hashtag, text[start..end]), end)
            : (null, end);
    }

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune)) return true;
        }
        return false;
    }

    private static (TextLink?, int) Mention(string text, int start)
    {
        var end = WordEnd(text, start + 1, LongestUsername, extra: ".-");
        var last = end;
        // A name may hold dots and dashes, but those at the end belong to the sentence.
        while (last > start + 1 && text[last - 1] is '.' or '-') last--;
        var isName = last > start + 1 && text[start + 1] is not ('.' or '-') && !IsWordAt(text, end);
        return isName
            ? (new(new(start, last - start), TextLinkKind.Mention, text[(start + 1)..last]), end)
            : (null, end);
    }

    private static int WordEnd(string text, int start, int longest, string extra)
    {
        var position = start;
        for (var count = 0; count < longest && position < text.Length; count++)
        {
            if (!IsWordAt(text, position) && !extra.Contains(text[position], StringComparison.Ordinal)) break;
            position += char.IsSurrogate(text[position]) ? 2 : 1;
        }

        return position;
    }

    private static bool IsWordBefore(string text, int position) =>
        position > 0 && (text[position - 1] is '#' or '@' or '&' || IsWordAt(text, position - (IsPairBefore(text, position) ? 2 : 1)));

    private static bool IsPairBefore(string text, int position) =>
        position > 1 && char.IsSurrogatePair(text[position - 2], text[position - 1]);

    private static bool IsWordAt(string text, int position)
    {
        if (position >= text.Length || !Rune.TryGetRuneAt(text, position, out var rune)) return false;
        return rune.Value == '_' || Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }
}
