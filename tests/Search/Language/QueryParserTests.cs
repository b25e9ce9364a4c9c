using MyThoughts.Search.FindThoughts;
using MyThoughts.Search.Language;

namespace MyThoughts.Search.Tests.Language;

internal sealed class QueryParserTests
{
    [TestCase("platypus")]
    [TestCase("two words")]
    [TestCase("  two  words\n")]
    [TestCase(" ")]
    [TestCase("a-b")]
    [TestCase("- ")]
    [TestCase("-")]
    [TestCase("a - b")]
    [TestCase("--help")]
    [TestCase("->")]
    [TestCase("-_-")]
    [TestCase("-(")]
    [TestCase("c++ ||, && !")]
    [TestCase("http://x")]
    [TestCase("12:30")]
    [TestCase("fromage: brie")]
    [TestCase("see:from:bruce")]
    [TestCase("x:before:2026-01-31")]
    [TestCase("5\" nails")]
    [TestCase("5\"x3\" boards")]
    [TestCase("it's")]
    [TestCase("*")]
    [TestCase("%_\\")]
    [TestCase("(a|b)*")]
    [TestCase("order oregano")]
    [TestCase("OREGANO")]
    [TestCase("or")]
    [TestCase("OR")]
    [TestCase("or or OR")]
    [TestCase("salt or")]
    [TestCase("#tag @bruce")]
    [TestCase("from :bruce")]
    [TestCase("＂wide＂")]
    public void A_text_without_operators_is_one_text_and_nothing_is_said_of_it(string text)
    {
        var parsed = QueryParser.Parse(text);
        parsed.Conditions.Should().ContainSingle().Which.Should().Equal(new Term.Contains(text));
        parsed.Reading.Should().BeNull();
        parsed.Notes.Should().BeEmpty();
    }

    [TestCase("this or that", "Write OR in capitals")]
    [TestCase("this Or that", "Write OR in capitals")]
    [TestCase("OR that", "“or” needs something on both sides")]
    [TestCase("this OR", "“or” needs something on both sides")]
    [TestCase("before:nonsense", "“before:nonsense” has no date such as 2026-01-31, so it was taken as text.")]
    [TestCase("storm before:noon", "“before:noon” has no date")]
    [TestCase("before:", "“before:” has no date")]
    [TestCase("after:2026-13-01", "“after:2026-13-01” has no date")]
    [TestCase("before:2026-02-30", "“before:2026-02-30” has no date")]
    [TestCase("before:99999", "“before:99999” has no date")]
    [TestCase("After: all", "“After:” has no date")]
    [TestCase("from:", "“from:” has no name of 1 to 50 characters, so it was taken as text.")]
    [TestCase("from: bruce", "“from:” has no name")]
    [TestCase("from:@", "“from:@” has no name")]
    [TestCase("from:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "has no name of 1 to 50 characters")]
    [TestCase("say \"hello", "“\"hello” has no text between two quotes, so it was taken as text.")]
    [TestCase("\"", "has no text between two quotes")]
    [TestCase("\"\"", "has no text between two quotes")]
    [TestCase("\"a\"b", "has no text between two quotes")]
    [TestCase("-\"a", "“-\"a” has no text between two quotes")]
    [TestCase("from:\"bruce", "“from:\"bruce” has no text between two quotes")]
    [TestCase("before:\"the storm\"", "“before:\"the storm\"” has no date")]
    public void What_only_looks_like_an_operator_is_text_and_people_are_told(string text, string note)
    {
        var parsed = QueryParser.Parse(text);
        parsed.Conditions.Should().ContainSingle().Which.Should().Equal(new Term.Contains(text));
        parsed.Reading.Should().BeNull();
        parsed.Notes.Should().ContainSingle().Which.Should().Contain(note);
    }

    [TestCase("\"a phrase\"", "with “a phrase”")]
    [TestCase("\" a  phrase \"", "with “ a  phrase ”")]
    [TestCase("“curved” „German“ \"mixed”", "with “curved”, with “German”, with “mixed”")]
    [TestCase("\"from:bruce\" \"-5\" \"this OR that\"", "with “from:bruce”, with “-5”, with “this OR that”")]
    [TestCase("plat from:bruce", "with “plat”, by “bruce”")]
    [TestCase("  two\twords\nfrom:bruce ", "with “two”, with “words”, by “bruce”")]
    [TestCase("FROM:Bruce Before:2026-01-31", "by “Bruce”, posted before 2026-01-31")]
    [TestCase("from:@bruce", "by “bruce”")]
    [TestCase("from:\"@bruce wayne\"", "by “@bruce wayne”")]
    [TestCase("from:bruce:x,", "by “bruce:x,”")]
    [TestCase("-egg", "without “egg”")]
    [TestCase("-5", "without “5”")]
    [TestCase("-#tag -@bruce -дятел -😀", "without “#tag”, without “@bruce”, without “дятел”, without “😀”")]
    [TestCase("-\"an egg\"", "without “an egg”")]
    [TestCase("-from:bruce -before:2026-01-31", "not by “bruce”, not posted before 2026-01-31")]
    [TestCase("-or", "without “or”")]
    [TestCase("-before:noon", "without “before:noon”")]
    [TestCase("-a-b", "without “a-b”")]
    [TestCase("before:2026-01-31", "posted before 2026-01-31")]
    [TestCase("before:2026-1-3 after:2026/1/3", "posted before 2026-01-03, posted since 2026-01-03")]
    [TestCase("after:2026-01 before:2026", "posted since 2026-01-01, posted before 2026-01-01")]
    [TestCase("after:2026-01-31T09:30:00.5+02:00", "posted since 2026-01-31T07:30:00.5Z")]
    [TestCase("after:\"2026-01-31\"", "posted since 2026-01-31")]
    [TestCase("this OR that", "with “this” or with “that”")]
    [TestCase("red fish OR fowl pie", "with “red”, with “fish” or with “fowl”, with “pie”")]
    [TestCase("a OR b OR c", "with “a” or with “b” or with “c”")]
    [TestCase("a OR OR or b", "with “a” or with “b”")]
    [TestCase("a OR b or c", "with “a” or with “b” or with “c”")]
    [TestCase("\"a\" or b", "with “a” or with “b”")]
    [TestCase("from:bruce or from:stephen", "by “bruce” or by “stephen”")]
    [TestCase("a OR -b OR after:2026-01-01", "with “a” or without “b” or posted since 2026-01-01")]
    [TestCase("http://x from:bruce 12:30", "with “http://x”, by “bruce”, with “12:30”")]
    public void With_operators_it_is_terms_that_must_all_hold(string text, string reading)
    {
        var parsed = QueryParser.Parse(text);
        parsed.Reading.Should().Be(reading);
        parsed.Notes.Should().HaveCount(text == "-before:noon" ? 1 : 0);
    }

    [TestCase("from:bruce or", "by “bruce”, with “or”", "“or” needs something on both sides")]
    [TestCase("OR from:bruce", "with “OR”, by “bruce”", "“or” needs something on both sides")]
    [TestCase("from:bruce - or", "by “bruce”, with “-”, with “or”", "“-” stands alone")]
    [TestCase("from:bruce - egg", "by “bruce”, with “-”, with “egg”", "“-” stands alone")]
    [TestCase("-egg before:noon", "without “egg”, with “before:noon”", "“before:noon” has no date")]
    [TestCase("-egg say \"hello", "without “egg”, with “say”, with “\"hello”", "“\"hello” has no text between two quotes")]
    public void A_mistake_among_operators_is_a_text_to_look_for_too(string text, string reading, string note)
    {
        var parsed = QueryParser.Parse(text);
        parsed.Reading.Should().Be(reading);
        parsed.Notes.Should().Contain(said => said.StartsWith(note, StringComparison.Ordinal));
    }

    [Test]
    public void Only_so_many_terms_are_looked_for_and_people_are_told()
    {
        string[] letters = [.. Enumerable.Range('a', 26).Select(letter => $"{(char)letter}")];
        QueryParser.Parse("-x " + string.Join(' ', letters)).Notes.Should().BeEmpty();
        var many = QueryParser.Parse("-x " + string.Join(' ', letters) + " 1 2 3 OR 4 5");
        many.Conditions.SelectMany(terms => terms).Should().HaveCount(QueryParser.MostTerms);
        many.Notes.Should().ContainSingle().Which.Should().Be("Only the first 30 terms were looked for.");
    }

    [Test]
    public void What_is_marked_is_each_wanted_text_once() =>
        QueryParser.Parse("Plat OR plat -egg from:bruce \"Ä B\"").Wanted.Should().Equal("plat", "ä b");

    // The same texts in every run. Signs of the language are frequent, and so is what might upset a parser.
    [Test]
    public void Any_text_of_250_characters_is_understood_somehow()
    {
        var random = new Random(20260131);
        for (var round = 0; round < 5_000; round++)
        {
            var text = RandomText.Of(random, random.Next(1, 251));
            var parsed = QueryParser.Parse(text);
            var isPlain = parsed.Reading is null && parsed.Conditions is [[Term.Contains whole]] && whole.Text == text;
            var isQuery = parsed.Reading is not null && parsed.Conditions.Count > 0 && parsed.Conditions.All(terms => terms.Count > 0)
                && parsed.Conditions.Sum(terms => terms.Count) <= QueryParser.MostTerms;
            (isPlain || isQuery).Should().BeTrue("'{0}' is a text or a query", text);
            parsed.Wanted.Where(wanted => !Folding.Fold(text).Contains(wanted, StringComparison.Ordinal)).Should().BeEmpty("nothing is looked for that was not typed");
        }
    }
}
