using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Feeds.Following;
using MyThoughts.Support;

namespace MyThoughts.Chassis.Tests.Feeds;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CatchUpTests
{
    private static readonly FeedCursor Never = new(1, 1_000_000, 1);
    private Notebook notebook = null!;

    [SetUp]
    public async Task Open() => notebook = await Notebook.OpenAsync();

    [TearDown]
    public async Task Close() => await notebook.DisposeAsync();

    [Test]
    public async Task Who_has_written_waits_until_the_reader_has_applied_it_and_then_no_more()
    {
        using var catchUp = Of(new PatientClock());
        notebook.Feed.Write(1, "written");
        var written = (await notebook.Feed.ChangeOfAsync(1, CancellationToken.None))!.Cursor;
        var waiting = catchUp.WaitAsync(written, CancellationToken.None);
        waiting.IsCompleted.Should().BeFalse("nobody follows the feed yet");
        await notebook.StartHostAsync();
        (await waiting).Should().BeTrue();
        (await notebook.TextsAsync()).Should().Equal("written");
        (await catchUp.WaitAsync(written, CancellationToken.None)).Should().BeTrue();
    }

    [Test]
    public async Task A_wait_for_what_does_not_come_ends()
    {
        using var catchUp = Of(TimeProvider.System);
        (await catchUp.WaitAsync(Never, CancellationToken.None)).Should().BeFalse();
    }

    [Test]
    public async Task What_is_being_built_anew_has_nothing_for_sure()
    {
        using var catchUp = Of(TimeProvider.System);
        await notebook.AdministerAsync("UPDATE search.cursor SET rebuilding = true");
        (await catchUp.WaitAsync(FeedCursor.Start, CancellationToken.None)).Should().BeFalse();
    }

    [Test]
    public async Task Whoever_finds_sixty_four_others_waiting_does_not_wait()
    {
        using var stop = new CancellationTokenSource();
        using var catchUp = Of(new PatientClock());
        var others = Enumerable.Range(0, 64).Select(_ => catchUp.WaitAsync(Never, stop.Token)).ToList();
        (await catchUp.WaitAsync(Never, CancellationToken.None)).Should().BeFalse();
        others.Should().NotContain(other => other.IsCompleted);
        await stop.CancelAsync();
        await Task.WhenAll(others).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private CatchUp<Notebook> Of(TimeProvider clock) => new(notebook.Source, "search", "notes", clock);
}
