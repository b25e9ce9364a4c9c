using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace MyThoughts.Chassis.Hosting;

/// <summary>
/// On SIGTERM the host says it is not ready for two health intervals of the gateway and goes on serving; only then does Kestrel
/// stop taking requests and finish those it has. Setting: <c>Shutdown:Drain</c>, a time span, 2.5 s when absent.
/// </summary>
internal sealed class ShutdownDrain(IConfiguration configuration) : IHostedLifecycleService, IHealthCheck
{
    private readonly TimeSpan drain = configuration.ReadTime("Shutdown:Drain", TimeSpan.FromSeconds(2.5));
    private volatile bool draining;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(draining ? HealthCheckResult.Unhealthy("The host is shutting down.") : HealthCheckResult.Healthy());

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        draining = true;
        return Task.Delay(drain, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
