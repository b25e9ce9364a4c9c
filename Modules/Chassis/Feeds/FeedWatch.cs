using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Hosting;
using Npgsql;

namespace MyThoughts.Chassis.Feeds;

/// <summary>
/// Looks once a second at what can hold a feed and its readers back, for the metrics <c>feed.horizon.age</c> and
/// <c>feed.reader.lag</c>, and says in the log who does when it lasts. Setting: <c>Feeds:StuckAfter</c>, 30 s when absent.
/// </summary>
internal sealed partial class FeedWatch : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly string feed;
    private readonly NpgsqlDataSource database;
    private readonly FeedSource source;
    private readonly FeedReaders readers;
    private readonly DatabaseReadiness readiness;
    private readonly TimeProvider clock;
    private readonly ILogger<FeedWatch> logger;
    private readonly TimeSpan stuckAfter;
    private readonly Horizon horizon;
    private readonly FeedLag lag;

    private volatile IReadOnlyList<Measurement<double>> lags = [];
    private string reported = "";
    private Dictionary<string, string> reportedHomes = [];

    public FeedWatch(
        string feed, NpgsqlDataSource database, FeedSource source, FeedReaders readers, DatabaseReadiness readiness,
        IConfiguration configuration, TimeProvider clock, IMeterFactory meters, ILogger<FeedWatch> logger)
    {
        (this.feed, this.database, this.source, this.readers, this.readiness, this.clock, this.logger) =
            (feed, database, source, readers, readiness, clock, logger);
        stuckAfter = configuration.ReadTime("Feeds:StuckAfter", TimeSpan.FromSeconds(30));
        (horizon, lag) = (new(clock), new(clock));
        var meter = meters.Create(FeedMeter.Name);
        meter.CreateObservableGauge(
            "feed.horizon.age", () => new Measurement<double>(horizon.Age.TotalSeconds, FeedMeter.Feed(feed)), "s",
            "How long the oldest open transaction of the cluster has been holding the feed back.");
        meter.CreateObservableGauge(
            "feed.reader.lag", () => lags, "s", "For how long a reader of the feed has not applied all that is committed.");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A start that fails ends the wait, which is not a failure of this service.
        await readiness.StartedAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception problem) when (problem is NpgsqlException or TimeoutException or IOException)
            {
                // Those who need the database more than the watch does say that it is away.
            }
            await Task.Delay(Interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await horizon.LookAsync(connection, cancellationToken);
        await ReportAsync(connection, cancellationToken);
        lag.See(await source.HeadAsync(connection, cancellationToken));
        var followers = await readers.ListAsync(cancellationToken);
        lags = [.. followers.GroupBy(reader => reader.Name).Select(reader => new Measurement<double>(
            reader.Max(home => lag.Of(home.Applied)).TotalSeconds, FeedMeter.Feed(feed), FeedMeter.Reader(reader.Key)))];
        Report(KnownReader.WithSeveralHomes(followers));
    }

    // Once, and again when others join.
    private void Report(IEnumerable<IGrouping<string, KnownReader>> withSeveralHomes)
    {
        var homes = withSeveralHomes.ToDictionary(reader => reader.Key, reader => string.Join(", ", reader));
        foreach (var (reader, names) in homes.Where(reader => reportedHomes.GetValueOrDefault(reader.Key) != reader.Value)) LogSeveralHomes(feed, reader, names);
        reportedHomes = homes;
    }

    // One line when it is stuck and one when it moves again, not one a second.
    private async Task ReportAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (reported.Length > 0 && reported != horizon.Oldest)
        {
            LogMoving(feed, reported);
            reported = "";
        }
        if (reported.Length > 0 || horizon.Age < stuckAfter) return;
        if (await horizon.FindHolderAsync(connection, cancellationToken) is not { } holder) return;
        reported = horizon.Oldest;
        LogStuck(feed, horizon.Age.TotalSeconds, horizon.Oldest, holder.Backend, holder.Role, holder.Database, holder.Application);
    }

    [LoggerMessage(LogLevel.Warning, """
        The feed of {Feed} has stood still for {Seconds:0} s: transaction {Transaction} is open and holds back what was committed since. It belongs to backend {Backend}, role {Role}, database {Database}, application '{Application}'. If it was forgotten, end it: SELECT pg_terminate_backend(<backend>)
        """)]
    private partial void LogStuck(string feed, double seconds, string transaction, string backend, string? role, string? database, string? application);

    [LoggerMessage(LogLevel.Warning, """
        More than one database follows the feed of {Feed} as {Reader}: {Homes}. Deletions wait for all of them. If that is a mistake, stop the hosts of the wrong one: after an hour of silence it is forgotten.
        """)]
    private partial void LogSeveralHomes(string feed, string reader, string homes);

    [LoggerMessage(LogLevel.Information, "The feed of {Feed} moves again: transaction {Transaction} has ended.")]
    private partial void LogMoving(string feed, string transaction);
}
