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
            foreach (var module in schemas.Modules) await UntilDoneAsync(module, waiting => TryPrepareAsync(module, waiting, stoppingToken), stoppingToken);
            if (environment.IsDevelopment()) await SeedAsync(stoppingToken);
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

    private async Task UntilDoneAsync(Module module, Func<Reminder, Task<bool>> tryIt, CancellationToken cancellationToken)
    {
        var waiting = new Reminder(logger, readiness);
        for (; ; await Task.Delay(PollInterval, cancellationToken))
        {
            try
            {
                if (await tryIt(waiting)) return;
            }
            catch (Exception exception) when (DatabaseUnavailable.Is(exception))
            {
                waiting.Say($"PostgreSQL at {schemas.SchemaOf(module).Server} ({exception.Message})");
            }
        }
    }

    private async Task<bool> TryPrepareAsync(Module module, Reminder waiting, CancellationToken cancellationToken)
    {
        var (history, isRefused) = await schemas.HistoryAsync(module, cancellationToken);
        if (history is not null)
        {
            history.ThrowIfRewritten();
            if (history.Unknown is [.., var newest]) logger.LogWarning(
                "The schema of {Module} is newer than this version: {Migration} was applied to it.", module.Name, newest.File);
            if (history.Pending.Count == 0) return true;
        }

        if (environment.IsDevelopment() && schemas.HasAdministrator(module))
        {
            foreach (var file in await schemas.MigrateAsync(module, cancellationToken)) logger.LogInformation("Applied {Migration} to {Module}.", file, module.Name);
            return true;
        }

        waiting.Say($"the migrations of {module.Name}: run `migrate`{(isRefused ? $", or correct the password in ConnectionStrings:{module.Name}" : "")}");
        return false;
    }

    // At every start: one that ended between migrating and seeding must not leave Development without its users for ever.
    private async Task SeedAsync(CancellationToken cancellationToken)
    {
        foreach (var module in schemas.Modules)
        {
            await UntilDoneAsync(module, async _ =>
            {
                await schemas.SeedAsync(module, cancellationToken);
                return true;
            }, cancellationToken);
        }
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
