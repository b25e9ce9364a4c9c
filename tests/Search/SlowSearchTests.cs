using Dapper;
using MyThoughts.Search.FindThoughts;
using Npgsql;
using static MyThoughts.Search.Tests.SearchDatabase;

namespace MyThoughts.Search.Tests;

internal sealed class SlowSearchTests
{
    private const int Count = 20_010;
    private SearchDatabase large = null!;

    [OneTimeSetUp]
    public async Task FillLarge()
    {
        large = await CreateAsync();
        await FillAsync(large, Count);
        await large.VacuumAsync();
    }

    [OneTimeTearDown]
    public async Task Drop() => await large.DisposeAsync();

    [Test]
    public async Task A_search_that_takes_too_long_answers_with_the_part_it_has_looked_through_and_says_so()
    {
        var search = large.Impatient();

        var slow = await search.SearchAsync(new() { Text = "?!" }, CancellationToken.None);

        // The two that match are the oldest of all, beyond the part.
        slow.Items.Should().BeEmpty();
        slow.Notes.Should().ContainSingle().Which.Should().Contain("the next page goes on");
        var rest = await large.FindAsync("?!", slow.Next);
        rest.Items.Select(match => match.Thought.Id).Should().Equal(2, 1);
        rest.Next.Should().BeNull();
    }

    [TestCase("newest")]
    [TestCase("best")]
    public async Task Whoever_goes_on_from_part_to_part_meets_every_match_once(string order)
    {
        var search = large.Impatient();
        var met = new List<long>();
        string? cursor = null;
        do
        {
            var page = await search.SearchAsync(new() { Text = "e!", Order = order, Cursor = cursor, Limit = "100" }, CancellationToken.None);
            met.AddRange(page.Items.Select(match => match.Thought.Id));
            cursor = page.Next;
        }
        while (cursor is not null);

        met.Should().OnlyHaveUniqueItems().And.BeEquivalentTo(Enumerable.Range(1, Count).Where(id => id % 1_000 == 0));
    }

    [Test]
    public async Task The_best_matches_too_are_those_of_the_part_and_then_of_the_rest()
    {
        var slow = await large.Impatient().SearchAsync(new() { Text = "?!", Order = "best" }, CancellationToken.None);

        slow.Items.Should().BeEmpty();
        slow.Notes.Should().Equal(BestMatch.RankedInParts);
        var rest = await large.FindAsync(new() { Text = "?!", Order = "best", Cursor = slow.Next });
        rest.Items.Select(match => match.Thought.Id).Should().Equal(2, 1);
        rest.Next.Should().BeNull();
    }

    [Test]
    public async Task A_search_that_cannot_look_at_anything_in_time_fails_rather_than_to_lead_nowhere()
    {
        // Nobody can read the table, as when the disk is busy.
        await using var connection = await large.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("LOCK TABLE search.thought IN ACCESS EXCLUSIVE MODE");

        var search = () => large.FindAsync("?!");

        (await search.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.QueryCanceled);
    }

    [TestCase("platypus")]
    [TestCase("a platypus in a nest")]
    [TestCase("platypus nest -see from:bruce after:2026-01-01")]
    [TestCase("platypus OR ornithorhynchus")]
    [TestCase("\"duck bill\" platypus OR \"a beaver's tail\" -\"to see here\"")]
    [TestCase("word:platypus", "thought_word")]
    [TestCase("word:\"duck bill\" from:bruce -word:beaver", "thought_word")]
    [TestCase("word:platypus OR word:beaver", "thought_word")]
    public async Task A_search_for_what_is_rare_uses_an_index_and_may_ask_it_for_a_part_alone(string text, string index = "thought_text")
    {
        var query = SearchQuery.Of(new() { Text = text });
        foreach (var step in new[] { SearchStep.Whole(Window.Everything), SearchStep.Of(Window.Everything, 0), SearchStep.Of(Window.Everything, 2, 1, 0) })
        {
            var plan = await large.PlanOfAsync(step, query);
            plan.Should().Contain($"Bitmap Index Scan on {index}").And.NotContain("Seq Scan");
            // The planner may find the word alone to be enough; it must be able to ask for both.
            if (step.Segments is [_]) plan.Should().Contain("id >> 17");
        }
    }

    private static async Task FillAsync(SearchDatabase database, int count)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            INSERT INTO search.thought (id, username, text, posted_at, generation)
            SELECT n, 'bruce', CASE WHEN n <= 2 THEN 'what?!' WHEN n % 1000 = 0 THEN 'see!' ELSE 'nothing to see here' END, now(), 1
            FROM generate_series(1, @count) AS n
            """,
            new { count });
    }
}
