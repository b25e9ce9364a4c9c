using System.Collections.Concurrent;
using Dapper;
using MyThoughts.Chassis.Feeds;
using Npgsql;

namespace MyThoughts.Search.Tests.FollowThoughts;

/// <summary>
/// Writes thoughts as the module does, new ones, new states of earlier ones and deletions, each in a transaction of its own. One commit
/// in a hundred is late, and what others commit meanwhile has a higher transaction id.
/// </summary>
internal sealed class Writers(NpgsqlDataSource database)
{
    private const int LongestDelay = 2_000;
    private const string Place = "epoch, xid::text, position";

    private const string Post = $"""
        INSERT INTO thoughts.thought (username, text, posted_at) VALUES ('writer', @Text, now())
        RETURNING id, {Place}
        """;

    private const string Change = $"""
        UPDATE thoughts.thought SET text = @Text, epoch = DEFAULT, xid = DEFAULT, position = DEFAULT WHERE id = @Id
        RETURNING id, {Place}
        """;

    private readonly ConcurrentBag<RowVersion> written = [];

    /// <summary>Every state that was committed.</summary>
    public IReadOnlyCollection<RowVersion> Written => written;

    public async Task WriteAsync(int writers, int changes)
    {
        using var end = new CancellationTokenSource();
        var notifying = NotifyAsync(end.Token);
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(() => WriteAsOneAsync(writer, changes / writers))));
        await end.CancelAsync();
        await notifying;
    }

    // The same choices in every run.
    private async Task WriteAsOneAsync(int writer, int changes)
    {
        var random = new Random(writer);
        var mine = new List<long>();
        await using var connection = await database.OpenConnectionAsync();
        for (var number = 0; number < changes; number++)
        {
            var kind = mine.Count == 0 ? 0 : random.Next(10);
            var text = kind == 9 ? null : $"writer {writer} says {number}";
            long? id = kind < 6 ? null : mine[random.Next(mine.Count)];
            if (kind == 9) mine.Remove(id!.Value);
            var version = await WriteAsync(connection, id, text, number % 100 == 99 ? random.Next(LongestDelay) : 0);
            if (id is null) mine.Add(version.Id);
        }
    }

    private async Task<RowVersion> WriteAsync(NpgsqlConnection connection, long? id, string? text, int delay)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var row = await connection.QuerySingleAsync<Row>(id is null ? Post : Change, new { Id = id, Text = text }, transaction);
        if (delay > 0) await Task.Delay(delay);
        await transaction.CommitAsync();
        var version = new RowVersion(row.Id, FeedCursor.Read(row.Epoch, row.Xid, row.Position), text);
        written.Add(version);
        return version;
    }

    // As hosts do: after their commits, coalesced.
    private async Task NotifyAsync(CancellationToken end)
    {
        await using var connection = await database.OpenConnectionAsync(CancellationToken.None);
        while (!end.IsCancellationRequested)
        {
            await connection.ExecuteAsync("SELECT pg_notify('thoughts_feed', '')");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    private sealed record Row(long Id, long Epoch, string Xid, long Position);
}
