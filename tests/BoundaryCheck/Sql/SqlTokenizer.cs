using MyThoughts.BoundaryCheck.Evidence;

namespace MyThoughts.BoundaryCheck.Sql;

/// <summary>Cuts SQL into words by PostgreSQL's rules; comments and white space are left out. Text that ends too early is read as far as it goes.</summary>
internal sealed class SqlTokenizer
{
    private readonly SqlText source;
    private readonly string sql;
    private readonly List<SqlToken> tokens = [];
    private int at;

    private SqlTokenizer(SqlText source) => (this.source, sql) = (source, source.Value);

    public static SqlToken[] Read(string sql) => Read(new SqlText(sql));

    public static SqlToken[] Read(SqlText source)
    {
        var tokenizer = new SqlTokenizer(source);
        while (tokenizer.SkipSpace()) tokenizer.ReadToken();
        return [.. tokenizer.tokens];
    }

    private char Current => Peek(0);

    private char Peek(int ahead) => at + ahead < sql.Length ? sql[at + ahead] : '\0';

    private bool SkipSpace()
    {
        while (at < sql.Length)
        {
            if (char.IsWhiteSpace(Current)) at++;
            else if (Current == '-' && Peek(1) == '-') SkipLine();
            else if (Current == '/' && Peek(1) == '*') SkipComment();
            else return true;
        }
        return false;
    }

    private void SkipLine()
    {
        while (at < sql.Length && Current != '\n') at++;
    }

    // They nest, unlike those of most languages.
    private void SkipComment()
    {
        var depth = 0;
        while (at < sql.Length)
        {
            var (opens, closes) = (Current == '/' && Peek(1) == '*', Current == '*' && Peek(1) == '/');
            at += opens || closes ? 2 : 1;
            depth += opens ? 1 : closes ? -1 : 0;
            if (depth == 0) return;
        }
    }

    private void ReadToken()
    {
        var start = at;
        if (SqlLiteral.Read(sql, start, position => source.At(position)) is { } literal)
        {
            at = literal.End;
            tokens.Add(literal.IsName ? Named(literal.Value.Value, start, quoted: true) : new(SqlTokenKind.Literal, "", source.At(start), literal.Value));
        }
        else if (IsNameStart(Current)) ReadName(start);
        else if (char.IsAsciiDigit(Current) || (Current == '.' && char.IsAsciiDigit(Peek(1)))) ReadValue(start, character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_');
        else if (Current is '@' or ':' or '$' && (IsNameStart(Peek(1)) || (Current == '$' && char.IsAsciiDigit(Peek(1))))) ReadValue(start, IsNamePart);
        else ReadSymbol(start);
    }

    private void ReadName(int start)
    {
        while (IsNamePart(Current)) at++;
        tokens.Add(Named(sql[start..at], start, quoted: false));
    }

    private SqlToken Named(string name, int start, bool quoted) =>
        name.Contains(Text.Hole, StringComparison.Ordinal) ? new(SqlTokenKind.Hole, name, source.At(start))
            : quoted ? new(SqlTokenKind.Quoted, name, source.At(start))
            : new(SqlTokenKind.Name, name.ToLowerInvariant(), source.At(start));

    private void ReadValue(int start, Func<char, bool> goesOn)
    {
        do at++; while (goesOn(Current));
        tokens.Add(new(SqlTokenKind.Value, sql[start..at], source.At(start)));
    }

    private void ReadSymbol(int start)
    {
        at += Current == ':' && Peek(1) is ':' or '=' ? 2 : 1;
        tokens.Add(new(SqlTokenKind.Symbol, sql[start..at], source.At(start)));
    }

    internal static bool IsNameStart(char character) => char.IsAsciiLetter(character) || character is '_' or >= '\u0080';

    internal static bool IsNamePart(char character) => IsNameStart(character) || char.IsAsciiDigit(character) || character == '$';
}
