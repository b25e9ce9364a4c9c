using MyThoughts.Chassis.Feeds;
using MyThoughts.Support;

namespace MyThoughts.Thoughts.Tests.Changes;

/// <summary>Two databases that go by one reader's name: nobody is told that something is gone while one of them still shows it.</summary>
internal sealed class ReaderHomeTests
{
    private readonly LogRecorder log = new();
    private ThoughtsSide side = null!;

    [SetUp]
    public async Task Start()
    {
        log.Clear();
        side = await ThoughtsSide.StartAsync(log: log);
    }

    [TearDown]
    public async Task Stop() => await side.DisposeAsync();

    [OneTimeTearDown]
    public void Dispose() => log.Dispose();

    [Test]
    public async Task Both_are_waited_for_and_the_log_says_what_to_do()
    {
        var position = await PostAsync();
        await SayAppliedAsync("old", position);
        (await BehindAsync(position)).Should().BeEmpty();
        await SayAppliedAsync("new", FeedCursor.Start);
        (await BehindAsync(position)).Should().Equal("search");
        (await side.Remote.FeedStatusAsync(CancellationToken.None)).Readers.Select(reader => reader.Name).Should().Equal("search@new", "search@old");
        await Eventually.HoldsAsync(() => log.Lines.Any(line => line.Message.Contains(
            "More than one database follows the feed of thoughts as search: search@new, search@old. Deletions wait for all of them.", StringComparison.Ordinal)), "the log says so");

        await SayAppliedAsync("new", position);
        (await BehindAsync(position)).Should().BeEmpty();
    }

    [Test]
    public async Task One_that_has_been_silent_for_an_hour_while_the_other_asked_has_moved()
    {
        await SayAppliedAsync("old", FeedCursor.Start);
        var position = await PostAsync();
        await SayAppliedAsync("new", position);
        (await BehindAsync(position)).Should().Equal("search");
        await side.AskAsync<object>("UPDATE thoughts.reader SET seen_at = seen_at - interval '61 minutes' WHERE name = 'search@old'");
        (await BehindAsync(position)).Should().BeEmpty();
    }

    [Test]
    public async Task One_that_is_down_for_the_night_is_waited_for()
    {
        await SayAppliedAsync("old", FeedCursor.Start);
        var position = await PostAsync();
        await side.AskAsync<object>("UPDATE thoughts.reader SET seen_at = seen_at - interval '9 hours'");
        (await BehindAsync(position)).Should().Equal("search");
    }

    [Test]
    public async Task Hosts_of_an_earlier_version_do_not_say_where_their_cursor_is_and_count_all_the_same()
    {
        await SayAppliedAsync("home", FeedCursor.Start);
        var position = await PostAsync();
        // After a step back to the earlier version.
        await side.AskAsync<object>("UPDATE thoughts.reader SET seen_at = seen_at - interval '2 minutes'");
        await SayAppliedAsync("", position);
        (await BehindAsync(position)).Should().BeEmpty();
        await SayAppliedAsync("another", FeedCursor.Start);
        (await BehindAsync(position)).Should().Equal("search");
    }

    private async Task<FeedCursor> PostAsync()
    {
        var thought = await side.PostAsync("Anything");
        return (await side.Thoughts.ChangeOfAsync(thought.Id, CancellationToken.None))!.Cursor;
    }

    private async Task SayAppliedAsync(string home, FeedCursor applied) =>
        await side.Remote.ChangesAsync(new(applied, 10, TimeSpan.Zero, "search", home), CancellationToken.None);

    private Task<IReadOnlyList<string>> BehindAsync(FeedCursor position) =>
        side.Thoughts.WaitUntilPassedAsync(position, TimeSpan.Zero, CancellationToken.None);
}
