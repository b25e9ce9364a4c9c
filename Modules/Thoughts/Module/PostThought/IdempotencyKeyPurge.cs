using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Database;
using Npgsql;

namespace MyThoughts.Thoughts;

/// <summary>Removes idempotency keys that are over, every few minutes and a bounded number at a time.</summary>
internal sealed partial class IdempotencyKeyPurge(
    IdempotencyKeys keys, DatabaseReadiness readiness, TimeProvider clock, ILogger<IdempotencyKeyPurge> logger) : BackgroundService
{
    private const int AtATime = 1_000;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A start that fails ends the wait, which is not a failure of this service.
        await readiness.StartedAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await keys.PurgeAsync(AtATime, stoppingToken) == AtATime) { }
            }
            catch (Exception problem) when (problem is NpgsqlException or TimeoutException or OperationCanceledException)
            {
                if (!stoppingToken.IsCancellationRequested) LogLater(problem.Message);
            }
            await Task.Delay(Interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Old idempotency keys could not be removed, which will be tried again: {Problem}")]
    private partial void LogLater(string problem);
}
