using static MyThoughts.Search.Tests.SearchDatabase;

namespace MyThoughts.Search.Tests;

internal sealed class QueryLanguageTests
{
    private SearchDatabase database = null!;

    [OneTimeSetUp]
    public async Task Fill()
    {
        database = await CreateAsync();
        // Posted a minute after another, from 12:01 of 2026-01-01 on.
        await database.ApplyAsync(
            Thought(1, "The Platypus lays eggs"),
            Thought(2, "Eggs for breakfast", "Stephen"),
            Thought(3, "a platypus has no breakfast", "stephen"),
            Thought(4, "this or that"),
            Thought(5, "that, or this: a \"phrase\""),
            Thought(6, "lost from:bruce before:noon", "Bruce Wayne"),
            Thought(7, "http://x.org/?q=-egg is at 12:30", "josé"),
            Thought(8, "-5 degrees, ДЯТЕЛ 😀"),
            Thought(9, "100%_sure \\ it's", "@odd"));
    }

    [OneTimeTearDown]
    public async Task Drop() => await database.DisposeAsync();

    [TestCase("plat from:stephen", new long[] { 3 })]
    [TestCase("PLAT \"EGGS\"", new long[] { 1 })]
    [TestCase("egg -platypus", new long[] { 7, 2 })]
    [TestCase("\"platypus has\"", new long[] { 3 })]
    [TestCase("\"has platypus\"", new long[0])]
    [TestCase("\"lays eggs\" OR breakfast", new long[] { 3, 2, 1 })]
    [TestCase("plat OR eggs -breakfast", new long[] { 1 })]
    [TestCase("-from:bruce -from:stephen", new long[] { 9, 7, 6 })]
    [TestCase("from:\"bruce wayne\"", new long[] { 6 })]
    [TestCase("from:@stephen", new long[] { 3, 2 })]
    [TestCase("from:\"@odd\"", new long[] { 9 })]
    [TestCase("from:JOSÉ", new long[] { 7 })]
    [TestCase("from:jose\u0301", new long[] { 7 })]
    [TestCase("from:bruce or from:josé", new long[] { 8, 7, 5, 4, 1 })]
    [TestCase("from:bruce -\"this\"", new long[] { 8, 1 })]
    [TestCase("after:2026-01-01T12:08:00Z", new long[] { 9, 8 })]
    [TestCase("before:2026-01-01T12:03:00Z plat", new long[] { 1 })]
    [TestCase("plat after:2026-01-01 before:2026-1-2", new long[] { 3, 1 })]
    [TestCase("plat after:2027", new long[0])]
    [TestCase("plat -before:2027", new long[0])]
    [TestCase("\"-5\"", new long[] { 8 })]
    [TestCase("дятел \"😀\"", new long[] { 8 })]
    [TestCase("\"%_\" OR \"\\\"", new long[] { 9 })]
    [TestCase("\"'; DROP TABLE search.thought; --\" OR sure", new long[] { 9 })]
    // Without operators it is contained as it stands, as from the beginning.
    [TestCase("this or that", new long[] { 4 })]
    [TestCase("that, or this", new long[] { 5 })]
    [TestCase("a \"phrase", new long[] { 5 })]
    [TestCase("before:noon", new long[] { 6 })]
    [TestCase("q=-egg", new long[] { 7 })]
    [TestCase("http://x", new long[] { 7 })]
    [TestCase("platypus eggs", new long[0])]
    public async Task Terms_must_all_hold(string text, long[] ids)
    {
        var result = await database.FindAsync(text);
        result.Errors.Should().BeEmpty();
        result.Items.Select(match => match.Thought.Id).Should().Equal(ids);
    }

    [Test]
    public async Task The_parameters_hold_besides_what_was_typed()
    {
        (await IdsAsync(new() { Text = "breakfast OR plat", From = "STEPHEN" })).Should().Equal(3, 2);
        (await IdsAsync(new() { Text = "breakfast from:bruce", From = "stephen" })).Should().BeEmpty();
        (await IdsAsync(new() { Text = "after:2026-01-01T12:02:00Z", Before = "2026-01-01T12:04:00Z" })).Should().Equal(3, 2);
        (await IdsAsync(new() { Text = "before:2026-01-01T12:03:00Z", After = "2026-01-01T12:02:00Z" })).Should().Equal(2);
    }

    [Test]
    public async Task Every_text_that_was_wanted_is_marked_and_none_that_was_not()
    {
        var match = (await database.FindAsync("\"plat\" eggs OR lay -dog from:bruce")).Items.Single();
        match.Highlights.Select(place => match.Thought.Text.Substring(place.Start, place.Length)).Should().Equal("Plat", "lay", "eggs");
        (await database.FindAsync("-dog from:bruce")).Items.Should().OnlyContain(found => found.Highlights.Count == 0);
    }

    [Test]
    public async Task People_are_told_how_it_was_read()
    {
        var result = await database.FindAsync("plat from:stephen before:noon");
        result.Reading.Should().Be("with “plat”, by “stephen”, with “before:noon”");
        result.Notes.Should().Equal("“before:noon” has no date such as 2026-01-31, so it was taken as text.");
        var plain = await database.FindAsync("plat");
        plain.Reading.Should().BeNull();
        plain.Notes.Should().BeEmpty();
    }

    private async Task<IEnumerable<long>> IdsAsync(Contracts.SearchThoughts search) =>
        (await database.FindAsync(search)).Items.Select(match => match.Thought.Id);
}
