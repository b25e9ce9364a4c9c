using Dapper;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace MyThoughts.Chassis.Database;

// Asks the database itself, at most once a second however often health is polled.
internal sealed class DatabaseHealthCheck(
    string module, NpgsqlDataSource database, TimeProvider clock, ILogger<DatabaseHealthCheck> logger) : IHealthCheck, IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim asking = new(1);
    private (long At, HealthCheckResult Result)? last;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        await asking.WaitAsync(cancellationToken);
        try
        {
            if (last is { } known && clock.GetElapsedTime(known.At) < Fresh) return known.Result;
            var result = await AskAsync(cancellationToken);
            Report(last?.Result.Status ?? HealthStatus.Healthy, result);
            last = (clock.GetTimestamp(), result);
            return result;
        }
        finally
        {
            asking.Release();
        }
    }

    public void Dispose() => asking.Dispose();

    // A line when it goes and a line when it comes back, not one a second.
    private void Report(HealthStatus before, HealthCheckResult now)
    {
        if (now.Status == before) return;
        if (now.Status == HealthStatus.Healthy) logger.LogInformation("The database of {Module} answers again.", module);
        else logger.LogWarning("The database of {Module} is away: {Reason}", module, now.Description);
    }

    private async Task<HealthCheckResult> AskAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeLimit);
        try
        {
            await using var connection = await database.OpenConnectionAsync(limit.Token);
            await connection.ExecuteScalarAsync<int>(new CommandDefinition("SELECT 1", cancellationToken: limit.Token));
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is NpgsqlException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Connections of a server that is gone must not fail a request each after it has come back.
            database.Clear();
            return HealthCheckResult.Unhealthy(exception.Message);
        }
    }
}
