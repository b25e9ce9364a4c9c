using MyThoughts.Search.Contracts;
using static MyThoughts.Search.Tests.SearchDatabase;

namespace MyThoughts.Search.Tests;

internal sealed class ContainsTests
{
    private SearchDatabase database = null!;

    [OneTimeSetUp]
    public async Task Fill()
    {
        database = await CreateAsync();
        await database.ApplyAsync(
            Thought(1, "The Platypus lays eggs"),
            Thought(2, "100% sure", "Stephen"),
            Thought(3, "100 per cent sure", "stephen"),
            Thought(4, "snake_case and kebab-case"),
            Thought(5, "snakeXcase"),
            Thought(6, "it's \"quoted\" and C:\\back\\slashed"),
            Thought(7, "<script>alert('😀')</script>"),
            Thought(8, "ÉLÉPHANT ΣΊΣΥΦΟΣ ДЯТЕЛ İstanbul"),
            Thought(9, "two  spaces\nand a line"));
    }

    [OneTimeTearDown]
    public async Task Drop() => await database.DisposeAsync();

    [TestCase("plat", 1)]
    [TestCase("PLATYPUS", 1)]
    [TestCase("typus LAY", 1)]
    [TestCase("éléphant", 8)]
    [TestCase("σίσυφο", 8)]
    [TestCase("дятел", 8)]
    [TestCase("istanbul", 8)]
    [TestCase("%", 2)]
    [TestCase("0% s", 2)]
    [TestCase("_", 4)]
    [TestCase("e_c", 4)]
    [TestCase("'s \"q", 6)]
    [TestCase("\\", 6)]
    [TestCase("k\\s", 6)]
    [TestCase("<SCRIPT>", 7)]
    [TestCase("😀", 7)]
    [TestCase("  ", 9)]
    [TestCase("s\na", 9)]
    public async Task A_text_finds_the_thoughts_that_contain_it_whatever_the_case(string text, int id) =>
        (await database.FindAsync(text)).Items.Should().ContainSingle().Which.Thought.Id.Should().Be(id);

    [TestCase("\\%")]
    [TestCase("_x_")]
    [TestCase("platypus eggs")]
    [TestCase("'; DROP TABLE search.thought; --")]
    public async Task A_text_that_no_thought_contains_finds_nothing(string text) =>
        (await database.FindAsync(text)).Items.Should().BeEmpty();

    [TestCase(null)]
    [TestCase("")]
    public async Task No_text_lists_everybodys_thoughts_newest_first(string? text) =>
        (await database.FindAsync(text)).Items.Select(match => match.Thought.Id).Should().Equal(9, 8, 7, 6, 5, 4, 3, 2, 1);

    [Test]
    public async Task A_thought_comes_back_as_it_was_posted() =>
        (await database.FindAsync("eggs")).Items.Single().Thought.Should().Be(Thought(1, "The Platypus lays eggs"));

    [Test]
    public async Task An_authors_name_is_compared_without_case() =>
        (await database.FindAsync(new() { Text = "sure", From = "STEPHEN" })).Items.Select(match => match.Thought.Id).Should().Equal(3, 2);

    [TestCase("2026-01-01T12:03:00Z", "2026-01-01T12:05:00Z", new long[] { 4, 3 })]
    [TestCase("2026-01-01T14:03:00+02:00", "2026-01-01T12:04:00.5z", new long[] { 4, 3 })]
    [TestCase("2026-01-01T12:08:00Z", null, new long[] { 9, 8 })]
    [TestCase(null, "2026-01-01T12:02:00Z", new long[] { 1 })]
    [TestCase("2026-01-02", null, new long[0])]
    [TestCase(null, "2026-01-01", new long[0])]
    public async Task After_is_from_that_time_on_and_before_is_up_to_it(string? after, string? before, long[] ids) =>
        (await database.FindAsync(new SearchThoughts { After = after, Before = before }))
            .Items.Select(match => match.Thought.Id).Should().Equal(ids);
}
