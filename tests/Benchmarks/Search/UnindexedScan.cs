using System.Diagnostics;
using MyThoughts.Benchmarks.Core;
using Npgsql;

namespace MyThoughts.Benchmarks.Search;

/// <summary>The same search by PostgreSQL without any index: what there would be without one.</summary>
internal sealed record UnindexedScan(string ConnectionString, string Text) : ILoad
{
    private const string WithoutIndexes = "SET enable_indexscan = off; SET enable_indexonlyscan = off; SET enable_bitmapscan = off";

    private const string Scan = """
        SELECT id, username, text, posted_at FROM search.thought WHERE text ILIKE $1 ORDER BY id DESC LIMIT 21
        """;

    public async Task<LoadResult> RunAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString + ";Pooling=false;Command Timeout=600");
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using (var settings = new NpgsqlCommand(WithoutIndexes, connection)) await settings.ExecuteNonQueryAsync(cancellationToken);
        var times = new List<double>();
        var found = true;
        var all = Stopwatch.StartNew();
        // One at least, however long it takes.
        do
        {
            var watch = Stopwatch.StartNew();
            found &= await FindsAsync(connection, cancellationToken);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        while (all.Elapsed < time);
        return new(times.Count, all.Elapsed.TotalSeconds, Series.Median(times), times.Max(), found ? 0 : 1) { FirstFailure = "the scan found nothing" };
    }

    private async Task<bool> FindsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Scan, connection) { Parameters = { new() { Value = $"%{Text}%" } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken);
    }
}
