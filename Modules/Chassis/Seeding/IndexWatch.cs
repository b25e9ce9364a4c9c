using Dapper;
using Npgsql;

namespace MyThoughts.Chassis.Seeding;

/// <summary>Asks PostgreSQL how far the building of an index is, until it is disposed.</summary>
internal sealed class IndexWatch : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Ten phases, of which the scan of the table takes longest and is the only one that tells how far it is with every kind of index.
    private const string Look = """
        SELECT blocks_done AS Done, blocks_total AS Total FROM pg_stat_progress_create_index
        WHERE pid = @Backend AND blocks_total > 0
        """;

    private readonly CancellationTokenSource ended = new();
    private readonly SeedProgress progress;
    private readonly SeedPhase phase;
    private readonly Task watching;

    public IndexWatch(NpgsqlDataSource administrator, int backend, string index, SeedProgress progress)
    {
        this.progress = progress;
        phase = progress.Begin($"index {index}", "pages");
        watching = WatchAsync(administrator, backend);
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        progress.End(phase);
        ended.Dispose();
    }

    private async Task WatchAsync(NpgsqlDataSource administrator, int backend)
    {
        for (; ; await Task.Delay(Pause, ended.Token))
        {
            await using var connection = await administrator.OpenConnectionAsync(ended.Token);
            if (await connection.QuerySingleOrDefaultAsync<Pages>(new CommandDefinition(Look, new { Backend = backend }, cancellationToken: ended.Token)) is not { } pages) continue;
            phase.Expect(pages.Total);
            phase.Reach(pages.Done);
        }
    }

    private sealed record Pages(long Done, long Total);
}
