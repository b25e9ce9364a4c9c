using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Database;
using Npgsql;

namespace MyThoughts.Chassis.Feeds;

/// <summary>
/// Hears what the notifiers of all hosts of a module say and wakes this host's readers. Its one connection is outside the pool,
/// where LISTEN would stick to whoever gets the connection next. When the database goes away it tries again until it is back.
/// </summary>
internal sealed partial class FeedListener(
    NpgsqlDataSource database, DatabaseReadiness readiness, string channel, FeedSignal signal, ILogger<FeedListener> logger) : BackgroundService
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // On a fresh database there is not even the role to log in with yet.
        // A start that fails ends the wait, which is not a failure of this service.
        await readiness.StartedAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var isListening = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await ConnectAsync(stoppingToken);
                if (!isListening) LogBack(channel);
                isListening = true;
                // Whatever was said before we listened is unheard.
                signal.Wake();
                while (true) await connection.WaitAsync(stoppingToken);
            }
            catch (Exception problem) when (problem is NpgsqlException or TimeoutException or IOException)
            {
                if (isListening) LogDeaf(channel, problem.Message);
                isListening = false;
                await Task.Delay(RetryPause, stoppingToken);
            }
        }
    }

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        await using var template = database.CreateConnection();
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Pooling = false,
            // A peer that vanished without a word is noticed within this time, rather than never.
            KeepAlive = 10,
        };
        var connection = template.CloneWith(settings.ConnectionString);
        try
        {
            connection.Notification += (_, _) => signal.Wake();
            await connection.OpenAsync(cancellationToken);
            // The channel's name is the module's, from the map: nothing a caller could choose.
            await using var listen = new NpgsqlCommand($"LISTEN \"{channel}\"", connection);
            await listen.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Not listening to {Channel}: {Problem}. Trying again every second; readers look by themselves meanwhile.")]
    private partial void LogDeaf(string channel, string problem);

    [LoggerMessage(LogLevel.Information, "Listening to {Channel} again.")]
    private partial void LogBack(string channel);
}
