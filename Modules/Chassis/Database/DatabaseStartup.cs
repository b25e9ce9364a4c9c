using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Chassis.Database;

// Waits for PostgreSQL and for the schemas; in Development it makes and fills them itself.
internal sealed class DatabaseStartup(
    ModuleSchemas schemas, DatabaseReadiness readiness, IHostEnvironment environment, IHostApplicationLifetime lifetime,
    ILogger<DatabaseStartup> logger) : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan RemindInterval = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await HostStartedAsync(stoppingToken);
            var fresh = new List<Module>();
            foreach (var module in schemas.Modules)
            {
                if (await PrepareAsync(module, stoppingToken)) fresh.Add(module);
            }

            foreach (var module in fresh) await schemas.SeedAsync(module, stoppingToken);
            readiness.Start();
        }
        catch (SettingException problem)
        {
            readiness.Fail(problem.Message);
            lifetime.StopApplication();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops while it was still waiting.
        }
    }

    // Not before: a host whose port is taken changes no database, and one told to stop while it starts throws a cancellation.
    private async Task HostStartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }

    // True when this host applied the very first migration: then, and in this host alone, the demo data are due.
    private async Task<bool> PrepareAsync(Module module, CancellationToken cancellationToken)
    {
        var reminder = new Reminder(logger, readiness);
        for (; ; await Task.Delay(PollInterval, cancellationToken))
        {
            try
            {
                if (await schemas.HistoryAsync(module, cancellationToken) is { } history)
                {
                    history.ThrowIfRewritten();
                    if (history.Unknown is [.., var newest]) logger.LogWarning(
                        "The schema of {Module} is newer than this version: {Migration} was applied to it.", module.Name, newest.File);
                    if (history.Pending.Count == 0) return false;
                }

                if (environment.IsDevelopment() && schemas.HasAdministrator(module)) return await MigrateAsync(module, cancellationToken);
                reminder.Say($"the migrations of {module.Name}: run `migrate`");
            }
            catch (Exception exception) when (DatabaseUnavailable.Is(exception))
            {
                reminder.Say($"PostgreSQL at {schemas.SchemaOf(module).Server} ({exception.Message})");
            }
        }
    }

    private async Task<bool> MigrateAsync(Module module, CancellationToken cancellationToken)
    {
        var applied = await schemas.MigrateAsync(module, cancellationToken);
        foreach (var file in applied) logger.LogInformation("Applied {Migration} to {Module}.", file, module.Name);
        return applied is [var first, ..] && first.StartsWith("0001_", StringComparison.Ordinal);
    }

    private sealed class Reminder(ILogger logger, DatabaseReadiness readiness)
    {
        private string? said;
        private DateTime due;

        public void Say(string waitingFor)
        {
            readiness.WaitFor(waitingFor);
            if (said == waitingFor && DateTime.UtcNow < due) return;
            (said, due) = (waitingFor, DateTime.UtcNow + RemindInterval);
            logger.LogWarning("Waiting for {What}.", waitingFor);
        }
    }
}
