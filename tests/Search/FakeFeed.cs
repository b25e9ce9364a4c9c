using MyThoughts.Chassis.Feeds;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Search.Tests;

/// <summary>A feed that a test writes, and can break.</summary>
internal sealed class FakeFeed : IThoughts
{
    private readonly Lock gate = new();
    private readonly List<ThoughtChange> rows = [];
    private TaskCompletionSource news = new();
    private FeedCursor last = new(1, 100, 0);
    private int failures;
    private int lists;

    /// <summary>Thrown by every read while set.</summary>
    public Exception? Failure { get; set; }

    public int Failures => failures;

    /// <summary>How often somebody's own thoughts were asked for.</summary>
    public int Lists => lists;

    public void Post(params Thought[] thoughts) => Write([.. thoughts.Select(thought => (thought.Id, (Thought?)thought))]);

    public void Delete(long id) => Write((id, null));

    /// <summary>As after a restore: an epoch of its own, and only what the backup had.</summary>
    public void Restore(params Thought[] thoughts)
    {
        lock (gate)
        {
            rows.Clear();
            last = new(last.Epoch + 1, 1, 0);
        }
        Post(thoughts);
    }

    public async Task<FeedChanges<ThoughtChange>> ChangesAsync(ReadChanges query, CancellationToken cancellationToken)
    {
        if (Failure is { } failure)
        {
            Interlocked.Increment(ref failures);
            throw failure;
        }
        if (Read(query, out var waiting) is { } found) return found;
        await Task.WhenAny(waiting, Task.Delay(query.Wait, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        return Read(query, out _) ?? new([]);
    }

    private FeedChanges<ThoughtChange>? Read(ReadChanges query, out Task waiting)
    {
        lock (gate)
        {
            waiting = news.Task;
            if (query.After != FeedCursor.Start && query.After.Epoch != last.Epoch) return new([], Gone: true);
            var found = rows.Where(row => row.Cursor > query.After).OrderBy(row => row.Cursor).Take(query.Limit).ToList();
            return found.Count > 0 ? new(found) : null;
        }
    }

    private void Write(params (long Id, Thought? Thought)[] written)
    {
        lock (gate)
        {
            foreach (var (id, thought) in written)
            {
                last = last with { Xid = last.Xid + 1, Position = last.Position + 1 };
                rows.RemoveAll(row => row.Id == id);
                rows.Add(new(last, id, thought));
            }
            news.SetResult();
            news = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public Task<PostThoughtResult> PostAsync(PostThought command, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Thought?> FindAsync(long id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<Thought> ListAsync(ListThoughts query, CancellationToken cancellationToken)
    {
        if (Failure is { } failure) throw failure;
        Interlocked.Increment(ref lists);
        lock (gate)
        {
            return rows.Select(row => row.Thought).OfType<Thought>().Where(thought => thought.Username == query.Username)
                .OrderByDescending(thought => thought.Id).Take(query.Limit ?? int.MaxValue).ToList().ToAsyncEnumerable();
        }
    }

    public Task<DeleteThoughtResult> DeleteAsync(DeleteThought command, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ThoughtChange?> ChangeOfAsync(long id, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<IReadOnlyList<string>> WaitUntilPassedAsync(FeedCursor position, TimeSpan wait, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<FeedStatus> FeedStatusAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
