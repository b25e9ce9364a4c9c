using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MyThoughts.Chassis.Database;

/// <summary>How far a host has come with its databases.</summary>
public sealed class DatabaseReadiness : IHealthCheck
{
    private volatile string waitingFor = "the databases to be checked";
    private volatile bool isStarted;

    /// <summary>Whether every module's schema is what this version needs; never goes back.</summary>
    public bool IsStarted => isStarted;

    /// <summary>Why the host had to give up, in one line; null when it did not.</summary>
    public string? Failure { get; private set; }

    internal void WaitFor(string what) => waitingFor = what;

    /// <summary>Notes that every module's schema is what this version needs.</summary>
    public void Start() => isStarted = true;

    internal void Fail(string message) => Failure = message;

    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(isStarted ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"Waiting for {waitingFor}."));
}
