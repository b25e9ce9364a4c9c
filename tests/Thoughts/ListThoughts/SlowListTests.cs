using Dapper;
using MyThoughts.Chassis.Database;
using MyThoughts.Support;
using MyThoughts.Thoughts.Contracts;
using Npgsql;

namespace MyThoughts.Thoughts.Tests.Listing;

/// <summary>Lists of the thoughts that contain a text, on a table in which that takes time.</summary>
internal sealed class SlowListTests
{
    private const int Count = 20_010;
    private TestDatabase database = null!;
    private NpgsqlDataSource source = null!;

    [OneTimeSetUp]
    public async Task Fill()
    {
        database = await TestDatabase.CreateAsync(ThoughtsModule.Definition);
        source = database.DataSource(ThoughtsModule.Name);
        await using var administrator = new NpgsqlConnection(database.Administrator + ";Pooling=false");
        await administrator.ExecuteAsync($"""
            INSERT INTO thoughts.thought (username, text, posted_at)
            SELECT 'bruce', CASE WHEN n % 1000 = 0 THEN 'x marks it, platypus' ELSE 'nothing to see here' END, now() FROM generate_series(1, {Count}) AS n;
            UPDATE thoughts.thought SET text = NULL WHERE id = 2000;
            """);
        await administrator.ExecuteAsync("VACUUM ANALYZE thoughts.thought");
    }

    [OneTimeTearDown]
    public async Task Drop()
    {
        await source.DisposeAsync();
        await database.DisposeAsync();
    }

    [TestCase("x", false)]
    [TestCase("x", true)]
    [TestCase("platypus", false)]
    [TestCase("platypus", true)]
    public async Task Whoever_follows_the_pages_meets_every_match_once_however_short_the_time(string text, bool newestFirst)
    {
        foreach (var patience in new[] { TimeSpan.Zero, TimeSpan.FromMinutes(1) })
        {
            var met = new List<long>();
            var parts = 0;
            var query = new ListThoughts(Containing: text, NewestFirst: newestFirst, Limit: 4);
            for (long? after = null; ;)
            {
                var page = await Handler(patience).HandleAsync(query with { After = after }, CancellationToken.None);
                page.Thoughts.Count.Should().BeLessThanOrEqualTo(4);
                met.AddRange(page.Thoughts.Select(thought => thought.Id));
                if (page.IsPart) parts++;
                if ((after = page.Next) is null) break;
            }
            var expected = Enumerable.Range(1, 20).Select(number => number * 1000L).Where(id => id != 2000);
            met.Should().Equal(newestFirst ? expected.Reverse() : expected);
            (parts > 0).Should().Be(patience == TimeSpan.Zero);
        }
    }

    // The chassis makes a 503 of it that says what to ask instead.
    [TestCase(20)]
    [TestCase(null)]
    public async Task A_search_that_sees_nothing_in_time_fails_rather_than_to_lead_nowhere(int? limit)
    {
        await using var side = await ThoughtsSide.StartAsync(database);
        await using var connection = new NpgsqlConnection(database.Administrator + ";Pooling=false");
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("LOCK TABLE thoughts.thought IN ACCESS EXCLUSIVE MODE");
        var query = new ListThoughts(Containing: "x", Limit: limit);

        Func<Task> search = limit is null
            ? () => side.Thoughts.ListAsync(query, CancellationToken.None).ToListAsync().AsTask()
            : () => side.Thoughts.PageAsync(query, CancellationToken.None);

        (await search.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.QueryCanceled);
    }

    [Test]
    public async Task A_page_asks_the_index_for_its_own_part()
    {
        var query = new ListThoughts(Containing: "platypus", Limit: 20);
        var part = PagePart.Of(query, 1, 1_000_000).First(part => part.Segments is not null);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(PageThoughtsHandler.SettingsFor(part));

        var plan = string.Join('\n', await connection.QueryAsync<string>(
            "EXPLAIN " + PageThoughtsHandler.StatementFor(query, part), new { part.Oldest, part.Below, part.Segments, Count = 21, Pattern = LikePattern.Containing("platypus") }));

        plan.Should().Contain("Bitmap Index Scan on thought_containing").And.Contain("id >> 17");
    }

    // Lists alone are of no interest here, so nobody follows mentions.
    private PageThoughtsHandler Handler(TimeSpan patience) => new(source, null!, new(patience), TimeProvider.System);
}
