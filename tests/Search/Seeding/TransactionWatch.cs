using Dapper;
using Npgsql;

namespace MyThoughts.Search.Tests.Seeding;

/// <summary>Looks all the time how long the transactions of a database are open that hold feeds back: those with an id of their own.</summary>
internal sealed class TransactionWatch : IAsyncDisposable
{
    private const string Look = """
        SELECT max(clock_timestamp() - xact_start) FROM pg_stat_activity WHERE datname = current_database() AND backend_xid IS NOT NULL
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly CancellationTokenSource ended = new();
    private readonly Task watching;

    public TransactionWatch(string administrator) => watching = WatchAsync(administrator);

    public TimeSpan Longest { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ended.Dispose();
    }

    private async Task WatchAsync(string administrator)
    {
        await using var connection = new NpgsqlConnection(administrator);
        for (; ; await Task.Delay(Pause, ended.Token))
            if (await connection.QuerySingleAsync<TimeSpan?>(Look) is { } open && open > Longest) Longest = open;
    }
}
