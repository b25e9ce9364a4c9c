using Dapper;
using MyThoughts.Search.FindThoughts;
using MyThoughts.Support;
using Npgsql;
using static MyThoughts.Search.Tests.SearchDatabase;

namespace MyThoughts.Search.Tests;

internal sealed class SlowSearchTests
{
    private SearchDatabase large = null!;

    [OneTimeSetUp]
    public async Task FillLarge()
    {
        large = await CreateAsync();
        await FillAsync(large, ThoughtTable.PartSize + 10);
        await large.VacuumAsync();
    }

    [OneTimeTearDown]
    public async Task Drop() => await large.DisposeAsync();

    [Test]
    public async Task A_search_that_takes_too_long_answers_with_the_part_it_can_look_through()
    {
        var slow = await TooSlowAsync(large, () => large.FindAsync("?!"));

        // The two that match are the oldest of all, beyond the part.
        slow.Items.Should().BeEmpty();
        slow.Next.Should().NotBeNull();
        var rest = await large.FindAsync("?!", slow.Next);
        rest.Items.Select(match => match.Thought.Id).Should().Equal(2, 1);
        rest.Next.Should().BeNull();
    }

    [Test]
    public async Task The_best_matches_too_are_those_of_the_part_and_then_of_the_rest()
    {
        var slow = await TooSlowAsync(large, () => large.FindAsync(new() { Text = "?!", Order = "best" }));

        slow.Items.Should().BeEmpty();
        slow.Notes.Should().Equal(BestMatch.RankedInParts);
        var rest = await large.FindAsync(new() { Text = "?!", Order = "best", Cursor = slow.Next });
        rest.Items.Select(match => match.Thought.Id).Should().Equal(2, 1);
        rest.Next.Should().BeNull();
    }

    [Test]
    public async Task A_slow_search_that_its_part_answers_in_full_says_nothing_of_parts()
    {
        await using var database = await CreateAsync();
        await FillAsync(database, 10);

        var slow = await TooSlowAsync(database, () => database.FindAsync("?!"));

        slow.Items.Should().HaveCount(2);
        slow.Next.Should().BeNull();
    }

    [TestCase("platypus")]
    [TestCase("a platypus in a nest")]
    [TestCase("platypus nest -see from:bruce after:2026-01-01")]
    [TestCase("platypus OR ornithorhynchus")]
    [TestCase("\"duck bill\" platypus OR \"a beaver's tail\" -\"to see here\"")]
    public async Task A_search_for_what_is_rare_uses_the_trigram_index(string text)
    {
        var query = SearchQuery.Of(new() { Text = text });
        var conditions = Conditions.Of(query.Conditions);
        conditions.Values.AddDynamicParams(new { Window.Everything.Oldest, Window.Everything.Below, Count = 21 });
        await using var connection = await large.Source.OpenConnectionAsync();
        await connection.ExecuteAsync("SET plan_cache_mode = force_custom_plan");
        var plan = string.Join('\n', await connection.QueryAsync<string>("EXPLAIN " + ThoughtTable.Older(conditions.Sql), conditions.Values));
        plan.Should().Contain("Bitmap Index Scan on thought_text").And.NotContain("Seq Scan");
    }

    private static async Task FillAsync(SearchDatabase database, int count)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            INSERT INTO search.thought (id, username, text, posted_at, generation)
            SELECT n, 'bruce', CASE WHEN n <= 2 THEN 'what?!' ELSE 'nothing to see here' END, now(), 1
            FROM generate_series(1, @count) AS n
            """,
            new { count });
    }

    // Nobody can read the table, as when the disk is busy, until the search has given up its first statement and waits with another.
    private static async Task<T> TooSlowAsync<T>(SearchDatabase database, Func<Task<T>> search)
    {
        await using var observer = await database.Source.OpenConnectionAsync();
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("LOCK TABLE search.thought IN ACCESS EXCLUSIVE MODE");
        var searching = search();
        string? first = null, then = null;
        await Eventually.HoldsAsync(async () => (first = await WaitingAsync(observer)) is not null, "the search waits for the table");
        await Eventually.HoldsAsync(async () => (then = await WaitingAsync(observer)) is not null && then != first, "the search waits with another statement");
        await transaction.RollbackAsync();
        return await searching;
    }

    private static Task<string?> WaitingAsync(NpgsqlConnection observer) => observer.QuerySingleOrDefaultAsync<string?>(
        "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
}
