using System.Buffers;

namespace MyThoughts.Search.Language;

/// <summary>
/// Takes what was typed apart, from left to right, each character looked at a few times at most. Everything is something: what is no
/// operator is a word. People must be able to look for ordinary texts as ever, so an operator begins where a word does, and a minus
/// needs a letter, a digit or the like behind it: <c>a-b</c>, <c>5" nails</c>, <c>--help</c> and <c>http://x</c> have none.
/// </summary>
internal static class TokenReader
{
    // Phones write the curved ones by themselves.
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„");

    public static IReadOnlyList<Token> ReadAll(string text)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at])) at++;
            else tokens.Add(ReadAt(text, ref at));
        }
        return tokens;
    }

    private static Token ReadAt(string text, ref int at)
    {
        var start = at;
        var isExcluded = IsMinus(text, start);
        var content = isExcluded ? start + 1 : start;
        var field = Field.At(text.AsSpan(content));
        var value = content + field.Prefix.Length;
        if (value < text.Length && Quotes.Contains(text[value]))
        {
            if (EndOfPhrase(text, value) is { } closing)
            {
                at = closing + 1;
                return field.Read(text[start..at], text[content..at], text[(value + 1)..closing], isExcluded, isQuoted: true);
            }
            at = EndOfWord(text, start);
            return new(text[start..at], new Term.Contains(text[start..at]), IsOperator: false, Notes.NoPhrase(text[start..at]));
        }
        at = EndOfWord(text, start);
        return field.Read(text[start..at], text[content..at], text[value..at], isExcluded, isQuoted: false);
    }

    private static bool IsMinus(string text, int at) =>
        text[at] == '-' && at + 1 < text.Length && text[at + 1] is var next
        && (char.IsAscii(next) ? char.IsAsciiLetterOrDigit(next) || next is '"' or '#' or '@' : !char.IsWhiteSpace(next));

    // Up to the next quote, whichever kind: with something in between, and nothing but white space behind.
    private static int? EndOfPhrase(string text, int opening)
    {
        var length = text.AsSpan(opening + 1).IndexOfAny(Quotes);
        var closing = opening + 1 + length;
        return length > 0 && (closing + 1 == text.Length || char.IsWhiteSpace(text[closing + 1])) ? closing : null;
    }

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
