using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Feeds.Following;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Chassis.Seeding;

/// <summary>
/// Fills the modules of a host with generated data: rows, what their followers make of them, and every index. What waits for nothing runs
/// side by side.
/// </summary>
internal sealed class BulkSeeding(IServiceProvider services, ModuleSchemas schemas, IReadOnlyList<IFollowing> followings, SeedProgress progress)
{
    public async Task RunAsync(SeedSize size, CancellationToken cancellationToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var writers = new List<Writer>();
        foreach (var module in schemas.Modules)
        {
            if (module.BulkSeed is not { } create) continue;
            var seed = create(services);
            writers.Add(new(module, seed, await seed.MissingAsync(size, ends.Token)));
        }
        // An interrupted seed that had written everything may have built some of the indexes since.
        if (writers.Exists(writer => writer.Missing > 0)) await DropIndexesAsync(ends.Token);

        // One after the other: thoughts need their authors.
        var written = new Dictionary<string, Written>();
        var last = Task.CompletedTask;
        foreach (var writer in writers) written[writer.Module.Name] = new(writer.Missing, last = WriteAsync(writer, size, last, ends.Token));
        List<Task> filling =
        [
            .. written.Values.Select(feed => feed.Task),
            .. followings.Where(following => schemas.Modules.Any(module => module.Name == following.Followed.Reader))
                .Select(following => new CatchingUp(following, progress).RunAsync(written.GetValueOrDefault(following.Followed.Feed, Written.Elsewhere), ends.Token)),
        ];
        // Not before every row is there: an index that is built meanwhile takes time from those whose rows are followed, and theirs take longest.
        var filled = Task.WhenAll(filling);
        await AllOrNoneAsync([.. filling, .. schemas.Modules.Select(module => FinishAsync(module, filled, ends.Token))], ends);
    }

    /// <summary>Builds the indexes that an interrupted seed left out; nothing where none did.</summary>
    public async Task BuildIndexesAsync(CancellationToken cancellationToken)
    {
        foreach (var module in schemas.Modules) await IndexesOf(module).BuildAsync(progress, cancellationToken);
    }

    private async Task DropIndexesAsync(CancellationToken cancellationToken)
    {
        foreach (var module in schemas.Modules.Where(module => module.LateIndexTables.Count > 0))
            await IndexesOf(module).DropAsync(module.LateIndexTables, cancellationToken);
    }

    private async Task WriteAsync(Writer writer, SeedSize size, Task before, CancellationToken cancellationToken)
    {
        await before;
        if (writer.Missing == 0) return;
        var phase = progress.Begin(new RowPhase($"writing {writer.Module.Name}", writer.Missing, progress.Clock));
        await writer.Seed.WriteAsync(size, writer.Missing, phase.Reach, cancellationToken);
        progress.End(phase);
    }

    private async Task FinishAsync(Module module, Task filled, CancellationToken cancellationToken)
    {
        await filled;
        await IndexesOf(module).BuildAsync(progress, cancellationToken);
        await IndexesOf(module).AnalyzeAsync(module.LateIndexTables, cancellationToken);
    }

    private LateIndexes IndexesOf(Module module) => new(schemas.AdministratorOf(module), schemas.SchemaOf(module).Schema);

    // When one fails, the others need not go on; and nothing may be left running in the background.
    private static async Task AllOrNoneAsync(List<Task> steps, CancellationTokenSource ends)
    {
        var running = new List<Task>(steps);
        while (running.Count > 0)
        {
            var ended = await Task.WhenAny(running);
            running.Remove(ended);
            if (!ended.IsCompletedSuccessfully) await ends.CancelAsync();
        }
        // The first that failed by itself, not one that was stopped for it.
        foreach (var failed in steps.Where(step => step.IsFaulted)) await failed;
        foreach (var stopped in steps.Where(step => step.IsCanceled)) await stopped;
    }

    private sealed record Writer(Module Module, IBulkSeed Seed, int Missing);
}

/// <summary>A feed that is being written, or was.</summary>
/// <param name="Rows">How many rows that will be.</param>
/// <param name="Task">Done when the last of them is committed.</param>
internal sealed record Written(int Rows, Task Task)
{
    /// <summary>A feed that another host writes: what is there when it is asked is all.</summary>
    public static Written Elsewhere { get; } = new(0, Task.CompletedTask);
}
