using MyThoughts.Chassis.Feeds;
using MyThoughts.Support;

namespace MyThoughts.Search.Tests.FollowThoughts;

/// <summary>Sixteen writers, late commits, three replicas of one reader that are killed in turn, and one reader that is not.</summary>
[Category(Claim.Category), Category("feed")]
internal sealed class RowVersionTests
{
    private const int WritersAtOnce = 16;
    private static readonly int Changes = Claim.Size(2_000, 100_000);
    private static readonly TimeSpan BetweenKills = TimeSpan.FromSeconds(2);
    private static readonly string[] Replicas = ["search", "search-2", "monolith"];

    [Test]
    public async Task Each_state_of_each_row_takes_effect_once_and_in_order_while_readers_are_killed()
    {
        var system = await Hosts.StartedAsync();
        await system.StartReplicaAsync("search", "search-2");
        var audit = new Audit(system.Database.Administrator);
        await audit.InstallAsync();
        await using var database = system.Database.DataSource("thoughts");
        var writers = new Writers(database);
        using var archive = new IndependentReader(system.Service("thoughts").Addresses.Internal);

        var writing = writers.WriteAsync(WritersAtOnce, Changes);
        var following = archive.FollowAsync(cursor => writing.IsCompleted && cursor == Last(writers));
        var kills = await KillInTurnAsync(system, writing);
        await writing;
        await Task.WhenAll(following, Eventually.HoldsAsync(async () => await audit.CursorAsync() == Last(writers), "search has read everything", TimeSpan.FromMinutes(1)));

        var history = new History(writers.Written);
        var verdict = history.Judge(await audit.MovesAsync(), await audit.FoundAsync());
        await audit.RemoveAsync();
        verdict.Should().Be(new Verdict(Lost: 0, Twice: 0, OutOfOrder: 0));
        history.Judge(archive.Seen).Should().Be(new Verdict(Lost: 0, Twice: 0, OutOfOrder: 0));
        kills.Should().BePositive();
        Claim.Holds(
            $"{WritersAtOnce} writers, {Changes:N0} changes, one commit in a hundred late by up to 2 s, three replicas of a reader",
            $"{kills} killed with SIGKILL: {verdict}, likewise of a reader on its own");
    }

    private static FeedCursor Last(Writers writers) => writers.Written.Max(version => version.Cursor);

    private static async Task<int> KillInTurnAsync(SystemUnderTest system, Task writing)
    {
        var kills = 0;
        while (!writing.IsCompleted)
        {
            var replica = Replicas[kills++ % Replicas.Length];
            await system.Service(replica).KillAsync();
            await system.StartAgainAsync(replica);
            await Task.WhenAny(writing, Task.Delay(BetweenKills));
        }
        return kills;
    }
}
