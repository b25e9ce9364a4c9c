using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Sql;

namespace MyThoughts.Boundaries.Tests.Sql;

/// <summary>SQL is cut into words as PostgreSQL cuts it.</summary>
public sealed class SqlTokenizerTests
{
    [TestCase("SELECT a", "select a")]
    [TestCase("Sales.Order_1", "sales . order_1")]
    [TestCase("\"Sales\" . \"a\"\"b\"", "\"Sales . \"a\"b")]
    [TestCase("a$b$ c", "a$b$ c")]
    [TestCase("größe", "größe")]
    [TestCase("U&\"s\\0061les\".x", "\"sales . x")]
    [TestCase("U&\"s!0061les\" UESCAPE '!'", "\"sales uescape '!'")]
    [TestCase("U&\"d\\+000061t\"", "\"dat")]
    public void Names_are_folded_unless_they_are_quoted(string sql, string words) => Shown(sql).Should().Be(words);

    [TestCase("a -- b\nc", "a c")]
    [TestCase("a --", "a")]
    [TestCase("a /* b /* c */ d */ e", "a e")]
    [TestCase("a /* never closed", "a")]
    [TestCase("a/**/./**/b", "a . b")]
    [TestCase("'-- no comment' a", "'-- no comment' a")]
    public void Comments_are_left_out_and_nest(string sql, string words) => Shown(sql).Should().Be(words);

    [TestCase("'it''s'", "'it's'")]
    [TestCase("'a\\' b", "'a\\' b")]
    [TestCase("E'a\\'b' c", "'a'b' c")]
    [TestCase("e'\\x61\\u0062\\143\\n'", "'abc\n'")]
    [TestCase("U&'\\0061\\\\'", "'a\\'")]
    [TestCase("B'01' X'1F' N'n'", "'01' '1F' 'n'")]
    [TestCase("'a'\n  'b' c", "'ab' c")]
    [TestCase("'a' 'b'", "'a' 'b'")]
    [TestCase("'never closed", "'never closed'")]
    [TestCase("'a'\n''", "'a'")]
    public void Strings_end_where_PostgreSQL_ends_them(string sql, string words) => Shown(sql).Should().Be(words);

    [TestCase("$$a 'b$$ c", "'a 'b' c")]
    [TestCase("$x$ a $$ b $x$", "' a $$ b '")]
    [TestCase("$1 + $2", "#$1 + #$2")]
    [TestCase("$a", "#$a")]
    public void Dollars_quote_and_number(string sql, string words) => Shown(sql).Should().Be(words);

    [TestCase("@Name", "#@Name")]
    [TestCase(":name", "#:name")]
    [TestCase("a::text", "a :: text")]
    [TestCase("a := 1.5e3", "a := #1.5e3")]
    [TestCase("a @> b", "a @ > b")]
    [TestCase(".5", "#.5")]
    public void Parameters_and_numbers_are_no_names(string sql, string words) => Shown(sql).Should().Be(words);

    [TestCase("FROM {0}.a", "from ? . a")]
    [TestCase("FROM a{0}.b", "from ? . b")]
    [TestCase("FROM \"{0}\".b", "from ? . b")]
    [TestCase("'{0}'", "'{0}'")]
    public void A_name_that_is_known_only_at_run_time_is_a_hole(string sql, string words)
    {
        var hole = Text.Hole.ToString();
        Shown(sql.Replace("{0}", hole, StringComparison.Ordinal)).Should().Be(words.Replace("{0}", hole, StringComparison.Ordinal));
    }

    [Test]
    public void A_character_in_a_literal_is_found_where_it_is_written()
    {
        const string sql = "DO 'EXECUTE ''SELECT x''';";
        var outer = SqlTokenizer.Read(sql)[1].Body!;
        var inner = SqlTokenizer.Read(outer)[1].Body!;
        SqlTokenizer.Read(inner)[1].Start.Should().Be(sql.IndexOf('x', StringComparison.Ordinal));
    }

    private static string Shown(string sql) => string.Join(' ', SqlTokenizer.Read(sql).Select(token => token.Kind switch
    {
        SqlTokenKind.Literal => $"'{token.Body!.Value}'",
        SqlTokenKind.Quoted => $"\"{token.Text}",
        SqlTokenKind.Value => $"#{token.Text}",
        SqlTokenKind.Hole => "?",
        _ => token.Text,
    }));
}
