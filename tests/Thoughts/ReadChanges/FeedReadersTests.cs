using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Support;

namespace MyThoughts.Thoughts.Tests.Changes;

/// <summary>Who follows the feed, and how far each has come: what a deletion waits for.</summary>
internal sealed class FeedReadersTests
{
    private ThoughtsSide side = null!;

    private FeedReaders Readers => side.Services.GetRequiredKeyedService<FeedReaders>(ThoughtsModule.Name);

    [SetUp]
    public async Task Start() => side = await ThoughtsSide.StartAsync();

    [TearDown]
    public async Task Stop() => await side.DisposeAsync();

    [Test]
    public async Task A_module_that_should_follow_is_waited_for_even_if_it_never_came()
    {
        var position = await PostAsync();
        (await BehindAsync(position)).Should().Equal("search");
        await SayAppliedAsync("search", position);
        (await BehindAsync(position)).Should().BeEmpty();
    }

    [Test]
    public async Task The_module_itself_follows_too_and_nobody_waits_for_it()
    {
        var thought = await side.PostAsync("@bruce is mentioned");
        await Eventually.HoldsAsync(async () => await side.AskAsync<long>("SELECT count(*) FROM thoughts.mention") == 1, "the module has followed");
        (await BehindAsync((await side.Thoughts.ChangeOfAsync(thought.Id, CancellationToken.None))!.Cursor)).Should().Equal("search");
    }

    [Test]
    public async Task Whoever_else_follows_is_waited_for_from_then_on()
    {
        await SayAppliedAsync("archive", FeedCursor.Start);
        var position = await PostAsync();
        await SayAppliedAsync("search", position);
        (await BehindAsync(position)).Should().Equal("archive");
    }

    [Test]
    public async Task A_wait_ends_as_soon_as_the_last_reader_has_passed()
    {
        var position = await PostAsync();
        var waiting = Readers.WaitUntilPassedAsync(position, Eventually.Patience, CancellationToken.None);
        await SayAppliedAsync("search", position);
        (await waiting).Should().BeEmpty();
    }

    [Test]
    public async Task A_reader_that_rebuilds_has_still_applied_what_it_had()
    {
        var position = await PostAsync();
        await SayAppliedAsync("search", position);
        await SayAppliedAsync("search", FeedCursor.Start);
        (await BehindAsync(position)).Should().BeEmpty();
    }

    [Test]
    public async Task A_cursor_that_means_nothing_here_is_nobodys_progress()
    {
        var position = await PostAsync();
        await SayAppliedAsync("search", position with { Xid = ulong.MaxValue });
        await SayAppliedAsync("search", position with { Epoch = 7 });
        (await BehindAsync(position)).Should().Equal("search");
    }

    [Test]
    public async Task The_status_tells_rows_head_and_how_far_behind_each_reader_is()
    {
        var first = await PostAsync();
        var last = await PostAsync();
        await SayAppliedAsync("archive", first);
        foreach (var thoughts in new[] { side.Thoughts, side.Remote })
        {
            var status = await thoughts.FeedStatusAsync(CancellationToken.None);
            (status.Rows, status.Head).Should().Be((2, last));
            status.Readers.Select(reader => (reader.Name, reader.Applied, reader.Behind, reader.LastSeen.HasValue)).Should().BeEquivalentTo(
                [("archive", first, 1L, true), ("search", FeedCursor.Start, 2L, false)]);
        }
    }

    [Test]
    public async Task One_rows_present_state_is_told_in_process_and_remotely()
    {
        var thought = await side.PostAsync("Soon gone");
        foreach (var thoughts in new[] { side.Thoughts, side.Remote })
        {
            (await thoughts.ChangeOfAsync(thought.Id, CancellationToken.None))!.Thought.Should().Be(thought);
            (await thoughts.ChangeOfAsync(thought.Id + 1, CancellationToken.None)).Should().BeNull();
        }
        await side.Thoughts.DeleteAsync(new(thought.Id, Username: null), CancellationToken.None);
        (await side.Remote.ChangeOfAsync(thought.Id, CancellationToken.None))!.Thought.Should().BeNull();
    }

    private async Task<FeedCursor> PostAsync()
    {
        var thought = await side.PostAsync("Anything");
        return (await side.Thoughts.ChangeOfAsync(thought.Id, CancellationToken.None))!.Cursor;
    }

    private async Task SayAppliedAsync(string reader, FeedCursor applied) =>
        await side.Remote.ChangesAsync(new(applied, 10, TimeSpan.Zero, reader), CancellationToken.None);

    private Task<IReadOnlyList<string>> BehindAsync(FeedCursor position) =>
        Readers.WaitUntilPassedAsync(position, TimeSpan.Zero, CancellationToken.None);
}
