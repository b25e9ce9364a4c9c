using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MyThoughts.Chassis.Database;

/// <summary>How far a host has come with its databases.</summary>
public sealed class DatabaseReadiness : IHealthCheck
{
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string waitingFor = "the databases to be checked";

    /// <summary>Whether every module's schema is what this version needs; never goes back.</summary>
    public bool IsStarted => started.Task.IsCompleted;

    /// <summary>Why the host had to give up, in one line; null when it did not.</summary>
    public string? Failure { get; private set; }

    internal void WaitFor(string what) => waitingFor = what;

    /// <summary>Notes that every module's schema is what this version needs.</summary>
    public void Start() => started.TrySetResult();

    /// <summary>Waits until <see cref="IsStarted"/>; with a start that fails, for as long as the host lives.</summary>
    /// <param name="cancellationToken">Ends the wait with an exception.</param>
    /// <returns>When the databases are ready.</returns>
    public Task StartedAsync(CancellationToken cancellationToken) => started.Task.WaitAsync(cancellationToken);

    internal void Fail(string message) => Failure = message;

    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(IsStarted ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"Waiting for {waitingFor}."));
}
