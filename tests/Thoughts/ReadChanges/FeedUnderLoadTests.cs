using System.Collections.Concurrent;
using Dapper;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Thoughts.Contracts;
using Npgsql;

namespace MyThoughts.Thoughts.Tests.Changes;

internal sealed class FeedUnderLoadTests
{
    private const int Writers = 8;
    private const int TransactionsEach = 60;
    private ThoughtsSide side = null!;

    [OneTimeSetUp]
    public async Task Start() => side = await ThoughtsSide.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await side.DisposeAsync();

    [Test]
    [CancelAfter(60_000)]
    public async Task A_reader_loses_nothing_while_writers_commit_out_of_order(CancellationToken cancellationToken)
    {
        var committed = new ConcurrentBag<long>();
        var writing = WriteAllAsync(committed);
        var seen = new List<ThoughtChange>();
        var cursor = FeedCursor.Start;
        // An empty answer is no end: somebody's open transaction may hold the rest back. The last thought written comes last.
        while (!writing.IsCompleted || seen.LastOrDefault()?.Id != await writing)
        {
            var batch = await side.Thoughts.ChangesAsync(new(cursor, 50, TimeSpan.FromMilliseconds(200), "test"), cancellationToken);
            seen.AddRange(batch.Changes);
            if (batch.Changes.Count > 0) cursor = batch.Changes[^1].Cursor;
        }

        seen.Select(change => change.Cursor).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        seen.Select(change => change.Id).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(committed);
        // Otherwise a reader that orders by id alone would have passed this test too.
        seen.Select(change => change.Id).Should().NotBeInAscendingOrder("the writers have to overtake each other");
    }

    private async Task<long> WriteAllAsync(ConcurrentBag<long> committed)
    {
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(seed => Task.Run(() => WriteAsync(new Random(seed), committed))));
        var last = await side.PostAsync("The end");
        committed.Add(last.Id);
        return last.Id;
    }

    // Some pause before they commit, some give up, some write several rows.
    private async Task WriteAsync(Random random, ConcurrentBag<long> committed)
    {
        for (var number = 0; number < TransactionsEach; number++)
        {
            await using var connection = await side.Source.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            var ids = new List<long>();
            for (var rows = random.Next(1, 4); rows > 0; rows--) ids.Add(await InsertAsync(connection, transaction));
            await Task.Delay(random.Next(0, 25));
            if (random.Next(10) == 0)
            {
                await transaction.RollbackAsync();
                continue;
            }
            await transaction.CommitAsync();
            ids.ForEach(committed.Add);
        }
    }

    private static Task<long> InsertAsync(NpgsqlConnection connection, NpgsqlTransaction transaction) => connection.QuerySingleAsync<long>(
        "INSERT INTO thoughts.thought (username, text, posted_at) VALUES ('bruce', 'x', now()) RETURNING id", transaction: transaction);
}
