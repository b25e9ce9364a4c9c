using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Feeds.Following;
using MyThoughts.Chassis.Hosting;
using Npgsql;

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

        var written = WriteAsync(writers, size, ends.Token);
        var steps = new List<Task> { written };
        foreach (var module in schemas.Modules)
        {
            Task[] own = [written, .. followings.Where(following => following.Followed.Reader == module.Name)
                .Select(following => new CatchingUp(following, progress).RunAsync(written, ends.Token))];
            steps.AddRange(own);
            steps.Add(FinishAsync(module, Task.WhenAll(own), ends.Token));
        }
        await AllOrNoneAsync(steps, ends);
    }

    /// <summary>Builds the indexes that an interrupted seed left out; nothing where none did.</summary>
    public async Task BuildIndexesAsync(CancellationToken cancellationToken)
    {
        foreach (var module in schemas.Modules) await BuildIndexesAsync(module, cancellationToken);
    }

    private async Task DropIndexesAsync(CancellationToken cancellationToken)
    {
        foreach (var module in schemas.Modules.Where(module => module.LateIndexTables.Count > 0))
            await IndexesOf(module).DropAsync(module.LateIndexTables, cancellationToken);
    }

    private async Task WriteAsync(List<Writer> writers, SeedSize size, CancellationToken cancellationToken)
    {
        foreach (var writer in writers.Where(writer => writer.Missing > 0))
        {
            var phase = progress.Begin($"{writer.Module.Name}", writer.Seed.Rows);
            phase.Expect(writer.Missing);
            await writer.Seed.WriteAsync(size, writer.Missing, phase.Reach, cancellationToken);
            progress.End(phase);
        }
    }

    private async Task FinishAsync(Module module, Task filled, CancellationToken cancellationToken)
    {
        await filled;
        await BuildIndexesAsync(module, cancellationToken);
        await IndexesOf(module).AnalyzeAsync(module.LateIndexTables, cancellationToken);
    }

    private async Task BuildIndexesAsync(Module module, CancellationToken cancellationToken)
    {
        await using var administrator = NpgsqlDataSource.Create(schemas.AdministratorOf(module));
        await IndexesOf(module).BuildAsync((index, backend) => new IndexWatch(administrator, backend, index, progress), cancellationToken);
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
