using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using MyThoughts.Support;
using MyThoughts.Thoughts.Contracts;
using Npgsql;

namespace MyThoughts.Thoughts.Tests.Listing;

internal sealed partial class MentionsPageCostTests
{
    // Four blocks a thought and a few for the way through the index. A walk over all of them takes thousands.
    private const int Most = 200;

    [TestCase("force_generic_plan"), TestCase("force_custom_plan")]
    public async Task A_page_of_somebody_who_is_mentioned_a_lot_costs_what_a_short_one_does_however_far_back_it_is(string plans)
    {
        await using var database = await TestDatabase.CreateAsync(ThoughtsModule.Definition);
        await using var connection = new NpgsqlConnection(database.Administrator + ";Pooling=false");
        await connection.OpenAsync();
        await connection.ExecuteAsync("""
            INSERT INTO thoughts.thought (username, text, posted_at) SELECT 'ann', '@bruce', now() FROM generate_series(1, 20000);
            INSERT INTO thoughts.mention (name_key, thought_id, generation) SELECT 'bruce', id, 1 FROM thoughts.thought;
            ANALYZE thoughts.thought, thoughts.mention;
            """);
        await connection.ExecuteAsync($"SET plan_cache_mode = {plans}");
        await PrepareAsync(connection, "older", new(Mentioning: "bruce", NewestFirst: true));
        await PrepareAsync(connection, "newer", new(Mentioning: "bruce"));
        (await BlocksAsync(connection, $"EXECUTE older('bruce', {long.MaxValue}, 21)")).Should().BeInRange(1, Most);
        (await BlocksAsync(connection, "EXECUTE older('bruce', 100, 21)")).Should().BeInRange(1, Most);
        (await BlocksAsync(connection, "EXECUTE newer('bruce', 19000, 21)")).Should().BeInRange(1, Most);
        (await BlocksAsync(connection, "SELECT count(*) FROM thoughts.thought, thoughts.mention WHERE id = thought_id")).Should().BeGreaterThan(Most, "the measure notices");
    }

    private static async Task PrepareAsync(NpgsqlConnection connection, string name, ListThoughts query)
    {
        var statement = ListThoughtsHandler.StatementFor(query)
            .Replace("@Mentioning", "$1", StringComparison.Ordinal).Replace("@After", "$2", StringComparison.Ordinal).Replace("@Limit", "$3", StringComparison.Ordinal);
        await connection.ExecuteAsync($"PREPARE {name} (text, bigint, int) AS {statement}");
    }

    private static async Task<long> BlocksAsync(NpgsqlConnection connection, string statement)
    {
        var plan = string.Join('\n', await connection.QueryAsync<string>($"EXPLAIN (ANALYZE, BUFFERS) {statement}"));
        // The first line of its kind is the whole statement's.
        return Buffers().Match(plan).Groups["blocks"].Captures.Sum(capture => long.Parse(capture.ValueSpan, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"Buffers: shared(?: (?:hit|read)=(?<blocks>\d+))+")]
    private static partial Regex Buffers();
}
