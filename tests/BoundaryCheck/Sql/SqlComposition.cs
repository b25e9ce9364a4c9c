namespace MyThoughts.BoundaryCheck.Sql;

/// <summary>SQL that SQL puts together: what is not a literal becomes a hole.</summary>
internal sealed class SqlComposition
{
    private readonly List<char> value = [];
    private readonly List<int> positions = [];

    /// <summary>The literal and what is joined to it with <c>||</c>.</summary>
    public static SqlText Joined(IReadOnlyList<SqlToken> tokens, int index)
    {
        var joined = new SqlComposition();
        for (var end = index; end < tokens.Count; end += 2)
        {
            var first = end;
            end = EndOfOperand(tokens, end);
            joined.Add(end == first + 1 ? tokens[first].Body : null, tokens[first].Start);
            if (!IsJoin(tokens, end)) break;
        }
        return joined.Text;
    }

    /// <summary>What <c>format</c> makes of the literal, with those arguments that are literals too.</summary>
    public static SqlText Formatted(IReadOnlyList<SqlToken> tokens, int index)
    {
        var arguments = Arguments(tokens, index);
        var (format, formatted, next) = (tokens[index].Body!, new SqlComposition(), 0);
        for (var at = 0; at < format.Value.Length; at++)
        {
            if (format.Value[at] != '%') formatted.Add(format.Value[at], format.At(at));
            else at = formatted.AddArgument(format, at, arguments, ref next);
        }
        return formatted.Text;
    }

    private SqlText Text => new(new([.. value]), [.. positions, positions.Count > 0 ? positions[^1] : 0]);

    private void Add(char character, int position)
    {
        value.Add(character);
        positions.Add(position);
    }

    private void Add(SqlText? text, int position)
    {
        if (text is null) Add(Evidence.Text.Hole, position);
        else for (var at = 0; at < text.Value.Length; at++) Add(text.Value[at], text.At(at));
    }

    // %s, %I, %L, with a position and a width perhaps.
    private int AddArgument(SqlText format, int at, List<SqlToken?> arguments, ref int next)
    {
        var end = at + 1;
        while (end < format.Value.Length && (char.IsAsciiDigit(format.Value[end]) || format.Value[end] is '$' or '-' or '*')) end++;
        var kind = end < format.Value.Length ? format.Value[end] : '%';
        if (kind == '%') Add('%', format.At(at));
        else
        {
            var written = format.Value[(at + 1)..end].Split('$');
            var number = written.Length > 1 && int.TryParse(written[0], out var position) ? position - 1 : next;
            next = number + 1;
            var argument = number >= 0 && number < arguments.Count ? arguments[number] : null;
            if (kind == 'L') Add('\'', format.At(at));
            Add(argument?.Body, format.At(at));
            if (kind == 'L') Add('\'', format.At(at));
        }
        return end;
    }

    private static List<SqlToken?> Arguments(IReadOnlyList<SqlToken> tokens, int index)
    {
        var arguments = new List<SqlToken?>();
        for (var end = EndOfOperand(tokens, index); end < tokens.Count && tokens[end].Is(",");)
        {
            var first = end + 1;
            end = EndOfOperand(tokens, first);
            arguments.Add(end == first + 1 ? tokens[first] : null);
        }
        return arguments;
    }

    private static int EndOfOperand(IReadOnlyList<SqlToken> tokens, int index)
    {
        for (var depth = 0; index < tokens.Count; index++)
        {
            if (depth == 0 && (tokens[index].IsOneOf(Ends) || IsJoin(tokens, index))) return index;
            depth += tokens[index].Is("(") ? 1 : tokens[index].Is(")") ? -1 : 0;
        }
        return index;
    }

    private static bool IsJoin(IReadOnlyList<SqlToken> tokens, int index) => index + 1 < tokens.Count && tokens[index].Is("|") && tokens[index + 1].Is("|");

    private static readonly HashSet<string> Ends = SqlWords.Set("; , ) using into loop");
}
