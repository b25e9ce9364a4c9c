using MyThoughts.Chassis.Database;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.Traffic;
using Npgsql;

namespace MyThoughts.Gateway.Store;

/// <summary>
/// Keeps this replica at the latest revision: at once when it hears of one, at the next slow look when it does not, and from its local
/// file while the database is away.
/// </summary>
internal sealed partial class StateFollower(
    [FromKeyedServices(StateStore.Owner)] NpgsqlDataSource database, StateStore store, KeyStore keyStore, KeyRing keys, LiveTraffic live,
    LocalStateFile file, FirstStart first, DatabaseReadiness readiness, ILogger<StateFollower> logger) : BackgroundService
{
    private static readonly TimeSpan SlowLook = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim refreshing = new(1);

    // A file that could not be written is tried again at the next look, and one that was read may have been the one before.
    private bool isKept;

    /// <summary>Whether the last look at the database succeeded: what is in effect is then what the database says.</summary>
    public bool IsFollowing { get; private set; }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before anything listens: a replica that starts without the database serves from its first request on.
        if (file.Read() is { } last)
        {
            keys.Replace(last.Keys);
            await live.ApplyAsync(last.Revision);
        }
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Reads the latest revision and the keys, and puts them into effect.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        // One at a time, the reading too: an older answer must not come after a newer one.
        await refreshing.WaitAsync(cancellationToken);
        try
        {
            var inForce = await keyStore.InForceAsync(cancellationToken);
            var latest = await store.LatestAsync(cancellationToken) ?? throw new InvalidOperationException("There is no first revision.");
            var isNew = live.Current?.Revision is not { } known || known.Version != latest.Version || known.At != latest.At;
            var areNewKeys = !AreSame(keys.Keys, inForce);
            // Before the first state: with it the replica says that it is ready, and whoever waited for that has a key.
            keys.Replace(inForce);
            if (isNew) await live.ApplyAsync(latest);
            if (isNew || areNewKeys || !isKept) isKept = file.Write(new(latest, inForce));
            IsFollowing = true;
        }
        finally
        {
            refreshing.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A start that fails ends the wait, which is not a failure of this service.
        await readiness.StartedAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
            {
                if (IsFollowing || live.Current is null) LogAway(DatabaseUnavailable.Is(problem) ? null : problem, problem.Message);
                IsFollowing = false;
                await Task.Delay(RetryPause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ListenAsync(cancellationToken);
        await first.EnsureAsync(cancellationToken);
        var wasAway = !IsFollowing;
        // Whatever was said before we listened is unheard.
        await RefreshAsync(cancellationToken);
        if (wasAway) LogFollowing(live.Current!.Revision.Version);
        while (true)
        {
            await connection.WaitAsync(SlowLook, cancellationToken);
            await RefreshAsync(cancellationToken);
        }
    }

    // Outside the pool, where LISTEN would stick to whoever gets the connection next.
    private async Task<NpgsqlConnection> ListenAsync(CancellationToken cancellationToken)
    {
        await using var template = database.CreateConnection();
        var connection = template.CloneWith(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, KeepAlive = 2 }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var listen = new NpgsqlCommand($"LISTEN {StateStore.Channel}", connection);
            await listen.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static bool AreSame(IReadOnlyList<OperatorKey> left, IReadOnlyList<OperatorKey> right) =>
        left.Select(key => key.Id).SequenceEqual(right.Select(key => key.Id));

    [LoggerMessage(LogLevel.Error, "The database of the gateway does not answer: {Problem}. Serving the last state it gave; changes are refused until it is back.")]
    private partial void LogAway(Exception? exception, string problem);

    [LoggerMessage(LogLevel.Information, "Following the database, at version {Version} of the traffic state")]
    private partial void LogFollowing(long version);
}
