using Microsoft.Extensions.Diagnostics.HealthChecks;
using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway.Store;

/// <summary>A replica is ready once it knows where to send traffic, from the database or from its file; it stays so while the database is away.</summary>
internal sealed class StateReadiness(LiveTraffic traffic) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) => Task.FromResult(
        traffic.Current is null ? HealthCheckResult.Unhealthy("The gateway has no traffic state yet: it waits for its database.") : HealthCheckResult.Healthy());
}
