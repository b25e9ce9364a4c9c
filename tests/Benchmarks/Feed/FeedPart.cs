using MyThoughts.Benchmarks.Core;
using MyThoughts.Benchmarks.Data;
using MyThoughts.Support;

namespace MyThoughts.Benchmarks.Feed;

/// <summary>What it costs a writer that others follow.</summary>
internal static class FeedPart
{
    private static readonly Target Posts = new("posts by 16 clients until search has caught up, against feed and search off", 0.60, 0.80);

    public static async Task<PartResult> RunAsync(Workbench bench, CancellationToken cancellationToken)
    {
        await using var scope = new Scope();
        // A cluster of its own, as durable as production: without waiting for the disk, everything but the commit would weigh too much.
        var folder = scope.Add(new TemporaryFolder());
        var cluster = scope.Add(await TestCluster.StartNewAsync(isDurable: true));
        var followed = await ArmAsync("followed by search", isFollowed: true);
        var alone = await ArmAsync("feed and search off", isFollowed: false);
        var rounds = await Rounds.RunAsync([followed, alone], bench.Pace.WithoutTurns(), cancellationToken);
        return new("feed", [rounds.Compare(Posts, followed, alone, one => one.RequestsPerSecond)], [rounds[followed], rounds[alone]],
            [
                "16 clients in the bench's own process, each waiting for its answer; every answer must hold the text. The rate counts the time until every thought can be found.",
                "Off means `Modules:search:Mode=Absent`: nobody reads the feed but Thoughts itself, for mentions. The columns and the index of the feed stay, for they are the table's.",
            ]);

        async Task<Arm> ArmAsync(string name, bool isFollowed)
        {
            var database = scope.Add(await TestDatabase.CreateAsync(cluster));
            await Monolith.RunVerbAsync(bench, folder.Path, database, cancellationToken, "migrate");
            KeyValuePair<string, string>[] different = isFollowed ? [] : [new("Modules:search:Mode", "Absent")];
            var monolith = scope.Add(await Monolith.StartAsync(bench, folder.Path, database, cancellationToken, different));
            await Reader.RegisterAsync(monolith, cancellationToken);
            var load = new PostingLoad(monolith, await Reader.LogInAsync(monolith, cancellationToken), isFollowed ? database.Administrator : null);
            return new(name, load, monolith.Id, await PostgresProcess.OfAsync(database, cancellationToken));
        }
    }
}
