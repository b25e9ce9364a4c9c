using MyThoughts.Chassis.Feeds.Following;
using MyThoughts.Support;

namespace MyThoughts.Chassis.Tests.Feeds;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ParkingTests
{
    private const string TooLong = "far too long";

    private Notebook notebook = null!;
    private FeedParts<Note> host = null!;

    [SetUp]
    public async Task Open()
    {
        notebook = await Notebook.OpenAsync();
        host = await notebook.StartHostAsync();
    }

    [TearDown]
    public async Task Close() => await notebook.DisposeAsync();

    [TestCase(TooLong, "violates check constraint"), TestCase("poison", "Nobody can read this."), TestCase("n\0l", "invalid byte sequence")]
    public async Task What_cannot_be_applied_is_put_aside_with_its_reason_and_the_rest_goes_on(string text, string reason)
    {
        notebook.Feed.Write(1, "before");
        notebook.Feed.Write(2, text);
        notebook.Feed.Write(3, "after");

        await notebook.UntilTextsAreAsync("before", "after");
        var parked = (await ParkedAsync()).Should().ContainSingle().Subject;
        parked.Id.Should().Be(2);
        parked.Tries.Should().Be(3);
        parked.Reason.Should().Contain(reason);
        await Eventually.HoldsAsync(() => notebook.Log.Lines.Any(line => line.Message.Contains("cannot apply change 2 of the feed of notes", StringComparison.Ordinal)), "the log names it");
        (await notebook.WritesAsync()).Should().Equal(1, 3);
    }

    [Test]
    public async Task A_later_state_of_the_row_that_can_be_applied_ends_the_matter()
    {
        await ParkAsync();
        notebook.Feed.Write(1, "short");
        await notebook.UntilTextsAreAsync("short");
        (await ParkedAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task A_replay_applies_the_present_state_and_never_what_was_there_once()
    {
        var parked = await ParkAsync();
        await host.Reader.StopAsync(CancellationToken.None);
        notebook.Feed.Write(1, null);
        (await host.Following.ReplayAsync(parked, CancellationToken.None)).Outcome.Should().Be(ReplayOutcome.Applied);
        (await notebook.TextsAsync()).Should().BeEmpty("it was deleted meanwhile");
        (await ParkedAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task A_replay_that_comes_after_the_feed_itself_changes_nothing()
    {
        var parked = await ParkAsync();
        notebook.Feed.Write(1, "short");
        await notebook.UntilTextsAreAsync("short");
        (await host.Following.ReplayAsync(parked, CancellationToken.None)).Outcome.Should().Be(ReplayOutcome.Superseded);
    }

    [Test]
    public async Task A_replay_that_fails_again_leaves_it_aside_and_counts()
    {
        var parked = await ParkAsync();
        var result = await host.Following.ReplayAsync(parked, CancellationToken.None);
        result.Outcome.Should().Be(ReplayOutcome.Failed);
        result.Problem.Should().Contain("violates check constraint");
        (await ParkedAsync()).Should().ContainSingle().Which.Tries.Should().Be(4);
    }

    [Test]
    public async Task On_a_day_when_nothing_can_be_applied_nothing_is_put_aside()
    {
        await notebook.AdministerAsync("ALTER TABLE search.note RENAME TO gone");
        notebook.Feed.Write(1, "waits");
        var before = notebook.Feed.Asked;
        await Eventually.HoldsAsync(() => notebook.Feed.Asked >= before + 5, "the reader has tried five times");
        (await ParkedAsync()).Should().BeEmpty();

        await notebook.AdministerAsync("ALTER TABLE search.gone RENAME TO note");
        await notebook.UntilTextsAreAsync("waits");
    }

    private async Task<ParkedChange> ParkAsync()
    {
        notebook.Feed.Write(1, TooLong);
        await Eventually.HoldsAsync(async () => (await ParkedAsync()).Count == 1, "it is put aside");
        return (await ParkedAsync())[0];
    }

    private Task<IReadOnlyList<ParkedChange>> ParkedAsync() => host.Following.ParkedAsync(null, CancellationToken.None);
}
