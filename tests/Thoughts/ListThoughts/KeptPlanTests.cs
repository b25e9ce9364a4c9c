using Dapper;
using MyThoughts.Support;
using Npgsql;

namespace MyThoughts.Thoughts.Tests.Listing;

public sealed class KeptPlanTests
{
    // PostgreSQL plans a statement anew five times before it thinks of keeping a plan.
    private const int Runs = 8;

    [Test]
    public async Task A_page_that_an_index_answers_is_planned_once_and_not_for_every_reader(
        [Values(null, "ann1", "ben")] string? username, [Values] bool newestFirst, [Values("1.1", "4")] string randomPageCost)
    {
        await using var database = await TestDatabase.CreateAsync(ThoughtsModule.Definition);
        await using var connection = new NpgsqlConnection(database.Administrator + ";Pooling=false");
        await connection.OpenAsync();
        // PostgreSQL's own cost of a page read at random is a spinning disk's, the other a solid-state disk's. Half of all is by one author.
        await connection.ExecuteAsync($"""
            SET random_page_cost = {randomPageCost};
            INSERT INTO thoughts.thought (username, text, posted_at)
            SELECT CASE WHEN number % 2 = 0 THEN 'ben' ELSE 'ann' || number % 100 END, 'text', now() FROM generate_series(1, 20000) AS number;
            ANALYZE thoughts.thought;
            """);
        var statement = ListThoughtsHandler.StatementFor(new(username, NewestFirst: newestFirst, Limit: 21))
            .Replace("@Username", "$1", StringComparison.Ordinal).Replace("@After", "$2", StringComparison.Ordinal);
        await connection.ExecuteAsync($"PREPARE page (text, bigint) AS {statement}");

        for (var run = 0; run < Runs; run++) await connection.ExecuteAsync($"EXECUTE page('{username}', {(newestFirst ? long.MaxValue : long.MinValue)})");

        (await connection.ExecuteScalarAsync<long>("SELECT generic_plans FROM pg_prepared_statements WHERE name = 'page'")).Should().BePositive();
    }
}
