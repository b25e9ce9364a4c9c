using MyThoughts.Chassis.Feeds;

namespace MyThoughts.Chassis.Tests.Feeds;

/// <summary>A feed that a test writes, and can break.</summary>
internal sealed class WrittenFeed : IFeed<Note>
{
    private readonly Lock gate = new();
    private readonly List<Note> rows = [];
    private TaskCompletionSource news = new();
    private FeedCursor last = new(1, 100, 0);
    private int asked;

    /// <summary>Answers in the place of the feed while set.</summary>
    public Func<ReadChanges, FeedChanges<Note>>? Instead { get; set; }

    public int Asked => asked;

    public void Write(long id, string? text)
    {
        lock (gate)
        {
            last = last with { Xid = last.Xid + 1, Position = last.Position + 1 };
            rows.RemoveAll(row => row.Id == id);
            rows.Add(new(last, id, text));
            news.TrySetResult();
            news = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>As after a restore: an epoch of its own, and nothing in it yet.</summary>
    public void Restore()
    {
        lock (gate)
        {
            rows.Clear();
            last = new(last.Epoch + 1, 1, 0);
        }
    }

    public async Task<FeedChanges<Note>> ChangesAsync(ReadChanges query, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref asked);
        if (Instead is { } answer) return answer(query);
        if (Read(query, out var waiting) is { } found) return found;
        await Task.WhenAny(waiting, Task.Delay(query.Wait, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        return Read(query, out _) ?? new([]);
    }

    public Task<Note?> ChangeOfAsync(long id, CancellationToken cancellationToken)
    {
        lock (gate) return Task.FromResult(rows.SingleOrDefault(row => row.Id == id));
    }

    public Task<IReadOnlyList<string>> WaitUntilPassedAsync(FeedCursor position, TimeSpan wait, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<FeedStatus> FeedStatusAsync(CancellationToken cancellationToken) => Task.FromResult(new FeedStatus(rows.Count, last, []));

    private FeedChanges<Note>? Read(ReadChanges query, out Task waiting)
    {
        lock (gate)
        {
            waiting = news.Task;
            if (query.After != FeedCursor.Start && query.After.Epoch != last.Epoch) return new([], Gone: true);
            var found = rows.Where(row => row.Cursor > query.After).OrderBy(row => row.Cursor).Take(query.Limit).ToList();
            return found.Count > 0 ? new(found) : null;
        }
    }
}
