using Dapper;
using static MyThoughts.Search.Tests.SearchDatabase;

namespace MyThoughts.Search.Tests;

internal sealed class IndexUseTests
{
    // Enough that PostgreSQL, left alone, reads neither of them whole for one row.
    private const int Rows = 20_000;

    [TestCase("word:rare7")]
    [TestCase("are7")]
    [TestCase("word:rare7 OR word:rare8")]
    [TestCase("word:rare7 before:2026-01-10")]
    [TestCase("word:rare7 after:2026-01-02")]
    [TestCase("after:2026-01-02 before:2026-01-03 from:nobody")]
    public async Task A_search_for_what_is_rare_reads_no_table_from_beginning_to_end(string text)
    {
        await using var database = await CreateAsync();
        await database.ExecuteAsync($"""
            INSERT INTO search.thought (id, username, text, posted_at, generation)
            SELECT n, 'bruce', 'A thought that says little but is long enough, with rare' || n, '2026-01-01T00:00:00Z'::timestamptz + n * interval '1 minute', 1
            FROM generate_series(1, {Rows}) AS n;
            INSERT INTO search.frequency (word, segment, thoughts) SELECT 'word' || n, 0, 32 FROM generate_series(1, {Rows}) AS n;
            UPDATE search.counted SET below = {Rows}
            """);
        await database.VacuumAsync();
        var before = await ScansAsync();

        await database.FindAsync(text);

        (await ScansAsync()).Should().Equal(before);

        // A backend says at its end what it has read.
        async Task<IEnumerable<(string Table, long Scans)>> ScansAsync()
        {
            await database.DisconnectAsync();
            return await database.AsAdministratorAsync(connection => connection.QueryAsync<(string, long)>(
                "SELECT relname::text, seq_scan FROM pg_stat_user_tables WHERE schemaname = 'search' AND relname IN ('thought', 'frequency') ORDER BY relname"));
        }
    }
}
