using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Database;
using Npgsql;

namespace MyThoughts.Search.CountWords;

/// <summary>Counts words in the background for as long as the host lives; of several hosts, one at a time.</summary>
internal sealed partial class WordCounting(
    WordCounts counts, DatabaseReadiness readiness, TimeProvider clock, ILogger<WordCounting> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A start that fails ends the wait, which is not a failure of this service.
        await readiness.StartedAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Interval;
            try
            {
                var start = clock.GetTimestamp();
                // As long idle as at work: whoever searches comes first.
                if (await counts.CountNextAsync(stoppingToken)) pause = clock.GetElapsedTime(start);
            }
            catch (Exception problem) when (problem is NpgsqlException or TimeoutException or OperationCanceledException)
            {
                if (!stoppingToken.IsCancellationRequested) LogLater(problem.Message);
            }
            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Words could not be counted, which will be tried again: {Problem}")]
    private partial void LogLater(string problem);
}
