using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace MyThoughts.Chassis.Feeds;

/// <summary>
/// Tells all hosts of a module that its feed has grown, after the commit and at most every 20 ms. Inside the writers'
/// transactions NOTIFY would hold a lock of the whole cluster until after each commit, and writers would queue behind it.
/// </summary>
public sealed partial class FeedNotifier : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    // Room for one: what came since the last NOTIFY is one piece of news, however much it is.
    private readonly Channel<bool> news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly NpgsqlDataSource database;
    private readonly string channel;
    private readonly ILogger<FeedNotifier> logger;

    internal FeedNotifier(NpgsqlDataSource database, string channel, ILogger<FeedNotifier> logger) =>
        (this.database, this.channel, this.logger) = (database, channel, logger);

    /// <summary>Says that a change is committed. Returns at once; call it after the commit.</summary>
    public void Changed() => news.Writer.TryWrite(true);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var _ in news.Reader.ReadAllAsync(stoppingToken))
            {
                await NotifyAsync(stoppingToken);
                await Task.Delay(Pause, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host ends, or never started, which is not a failure of this service.
        }
    }

    private async Task NotifyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.CreateCommand("SELECT pg_notify($1, '')");
            command.Parameters.AddWithValue(channel);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (NpgsqlException problem)
        {
            // Nobody misses the change: readers also look by themselves now and then.
            LogLost(channel, problem.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Could not notify {Channel}: {Problem}. Readers will find the change at their next look.")]
    private partial void LogLost(string channel, string problem);
}
