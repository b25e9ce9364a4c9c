using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Feeds.Following;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Chassis.Seeding;

/// <summary>Brings what a module keeps of a feed up to date while the feed is being written, as one of its hosts would.</summary>
internal sealed class CatchingUp(IFollowing following, SeedProgress progress)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestStandstill = TimeSpan.FromSeconds(60);

    private FeedCursor? head;

    /// <summary>Follows until it is told where the feed ends, and then to there.</summary>
    /// <param name="written">The feed.</param>
    /// <param name="cancellationToken">Stops after a batch.</param>
    public async Task RunAsync(Written written, CancellationToken cancellationToken)
    {
        var state = await following.StateAsync(cancellationToken);
        var start = state.Cursor.Position;
        var phase = progress.Begin(new RowPhase($"{following.Followed.Reader} following {following.Followed.Feed}", written.Rows, progress.Clock));
        for (var moved = DateTime.UtcNow; !await IsDoneAsync(state, written.Task, phase, start, cancellationToken);)
        {
            await following.StepAsync(cancellationToken);
            var next = await following.StateAsync(cancellationToken);
            if (next.Cursor != state.Cursor) moved = DateTime.UtcNow;
            else await Task.Delay(Pause, cancellationToken);
            if (head is not null && DateTime.UtcNow - moved > LongestStandstill) throw new SettingException(
                $"{following.Followed.Reader} does not come further in the feed of {following.Followed.Feed} than {state.Cursor}: see the verb `feed`, then run the same seed again.");
            state = next;
            phase.Reach(state.Cursor.Position - start);
        }
        // Once more: whoever asks for what follows tells the feed how far it has come.
        await following.StepAsync(cancellationToken);
        progress.End(phase);
    }

    private async Task<bool> IsDoneAsync(FeedState state, Task written, RowPhase phase, long start, CancellationToken cancellationToken)
    {
        if (!written.IsCompleted) return false;
        await written;
        if (head is null)
        {
            head = (await following.FeedStatusAsync(cancellationToken)).Head;
            phase.Expect(Math.Max(head.Value.Position - start, 0));
        }
        return !state.Rebuilding && state.Cursor >= head;
    }
}
