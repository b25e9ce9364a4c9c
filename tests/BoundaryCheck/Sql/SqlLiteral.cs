using System.Globalization;
using System.Text;

namespace MyThoughts.BoundaryCheck.Sql;

/// <summary>Something in quotes: a string, a name, or the body of a function.</summary>
/// <param name="Value">What it says, each character with where it is written.</param>
/// <param name="End">The offset after it.</param>
/// <param name="IsName">Whether it is a name rather than a string.</param>
internal sealed record SqlLiteral(SqlText Value, int End, bool IsName)
{
    /// <returns>What begins at <paramref name="start" />; null when nothing in quotes does.</returns>
    public static SqlLiteral? Read(string sql, int start, Func<int, int> position)
    {
        var rest = sql.AsSpan(start);
        if (rest is ['$', ..]) return Dollars(sql, start, position);
        if (rest is ['u' or 'U', '&', '\'' or '"', ..]) return new Quotes(sql, start + 2, position, Escapes.Unicode).Read();
        if (rest is ['e' or 'E', '\'', ..]) return new Quotes(sql, start + 1, position, Escapes.Backslash).Read();
        if (rest is ['b' or 'B' or 'x' or 'X' or 'n' or 'N', '\'', ..]) return new Quotes(sql, start + 1, position, Escapes.None).Read();
        return rest is ['\'' or '"', ..] ? new Quotes(sql, start, position, Escapes.None).Read() : null;
    }

    private static SqlLiteral? Dollars(string sql, int start, Func<int, int> position)
    {
        var tagEnd = start + 1;
        while (tagEnd < sql.Length && sql[tagEnd] != '$' && (SqlTokenizer.IsNameStart(sql[tagEnd]) || (tagEnd > start + 1 && char.IsAsciiDigit(sql[tagEnd])))) tagEnd++;
        if (tagEnd >= sql.Length || sql[tagEnd] != '$') return null;
        var tag = sql[start..(tagEnd + 1)];
        var close = sql.IndexOf(tag, tagEnd + 1, StringComparison.Ordinal);
        var (first, end) = (tagEnd + 1, close < 0 ? sql.Length : close);
        return new(new(sql[first..end], [.. Enumerable.Range(first, end - first + 1).Select(position)]), close < 0 ? sql.Length : close + tag.Length, IsName: false);
    }

    private enum Escapes { None, Backslash, Unicode }

    private ref struct Quotes(string sql, int start, Func<int, int> position, Escapes escapes)
    {
        private readonly char quote = sql[start];
        private readonly char mark = escapes == Escapes.Unicode ? UnicodeMark(sql, start) : '\\';
        private readonly StringBuilder value = new();
        private readonly List<int> positions = [];
        private int at = start + 1;

        public SqlLiteral Read()
        {
            while (at < sql.Length)
            {
                if (sql[at] == mark && escapes != Escapes.None) Unescape();
                else if (sql[at] != quote) Add(sql[at], 1);
                else if (Next(1) == quote) Add(quote, 2);
                else if (!Continues()) break;
            }
            positions.Add(position(Math.Min(at, sql.Length)));
            return new(new(value.ToString(), positions), Math.Min(at + 1, sql.Length), quote == '"');
        }

        private readonly char Next(int ahead) => at + ahead < sql.Length ? sql[at + ahead] : '\0';

        private void Add(char character, int length)
        {
            value.Append(character);
            positions.Add(position(at));
            at += length;
        }

        // 'a' and 'b' on the next line are one string.
        private bool Continues()
        {
            if (quote != '\'') return false;
            var next = at + 1;
            while (next < sql.Length && char.IsWhiteSpace(sql[next])) next++;
            if (next >= sql.Length || sql[next] != '\'' || !sql.AsSpan(at, next - at).Contains('\n')) return false;
            at = next + 1;
            return true;
        }

        private void Unescape()
        {
            if (escapes == Escapes.Unicode)
            {
                if (Next(1) == mark) Add(mark, 2);
                else AddCode(Next(1) == '+' ? 2 : 1, Next(1) == '+' ? 6 : 4, 16);
                return;
            }
            if (Next(1) is 'x') AddCode(2, 2, 16);
            else if (Next(1) is 'u' or 'U') AddCode(2, Next(1) == 'u' ? 4 : 8, 16);
            else if (Next(1) is >= '0' and <= '7') AddCode(1, 3, 8);
            else Add(Next(1) switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', var other => other }, 2);
        }

        private void AddCode(int skip, int most, int numberBase)
        {
            var length = 0;
            while (length < most && Digit(Next(skip + length)) < numberBase) length++;
            var code = 0;
            foreach (var digit in sql.AsSpan(Math.Min(at + skip, sql.Length), length)) code = (code * numberBase) + Digit(digit);
            Add(length == 0 || code > char.MaxValue ? '?' : (char)code, skip + length);
        }

        private static int Digit(char character) =>
            char.IsAsciiHexDigit(character) ? int.Parse(character.ToString(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : int.MaxValue;

        private static char UnicodeMark(string sql, int start)
        {
            var close = sql.IndexOf(sql[start], start + 1);
            var rest = close < 0 ? "" : sql[(close + 1)..].TrimStart();
            if (!rest.StartsWith("UESCAPE", StringComparison.OrdinalIgnoreCase)) return '\\';
            return rest["UESCAPE".Length..].TrimStart() is ['\'', var mark, '\'', ..] ? mark : '\\';
        }
    }
}
