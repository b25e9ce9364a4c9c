using System.Collections.Concurrent;
using System.Text;
using Dapper;
using MyThoughts.EndToEnd.Tests.Visiting;
using MyThoughts.Support;
using Npgsql;

namespace MyThoughts.EndToEnd.Tests.Traffic;

/// <summary>A service dies at half of the traffic, with people reading and writing. Alone, because it takes the service away from the other tests.</summary>
[NonParallelizable, Category(Claim.Category), Category("crash")]
internal sealed class CrashTests
{
    private const int People = 4;
    private static readonly int Rounds = Claim.Size(1, 5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, bool> written = new();
    private readonly ConcurrentQueue<int> failedWrites = new();
    private readonly ConcurrentQueue<int> truncatedWrites = new();

    [Test]
    public async Task A_service_that_is_killed_at_half_of_the_traffic_costs_no_read_and_no_write_more_than_once_and_doubles_none()
    {
        using var stop = new CancellationTokenSource();
        using var readers = new Readers(TheSystem.Gateway(50).Addresses.Public);
        var writers = await Task.WhenAll(Enumerable.Range(0, People * 2).Select(_ => Topology.Monolith.NewAuthorAsync()));
        List<Task> people = [.. Enumerable.Range(0, People).Select(_ => readers.ReadAsync(["/api/thoughts/?limit=20", "/api/thoughts/1/"], stop.Token)), .. writers.Select((author, number) => WriteAsync(author, number % 2 == 0, stop.Token))];
        for (var round = 0; round < Rounds; round++)
        {
            var before = readers.Sides.Count;
            await Eventually.HoldsAsync(() => readers.Sides.Skip(before).Count(side => side == "service:thoughts") >= 50 && !written.IsEmpty, "people are on the service", LongestWait);
            await TheSystem.Service("thoughts").KillAsync();
            var killed = readers.Sides.Count;
            await Eventually.HoldsAsync(() => readers.Sides.Count - killed >= 200, "they go on", LongestWait);
            await TheSystem.Running.StartAgainAsync("thoughts");
        }
        await stop.CancelAsync();
        await Task.WhenAll(people);

        readers.Failed.Should().BeEmpty("of {0} reads none may fail before its answer has begun", readers.Count);
        readers.Truncated.Should().BeLessThanOrEqualTo(People * Rounds, "each reader had one answer under way when the service died");
        failedWrites.Where(status => status is not (502 or 503)).Should().BeEmpty();
        truncatedWrites.Where(status => status != 201).Should().BeEmpty();
        truncatedWrites.Should().HaveCountLessThanOrEqualTo(writers.Length * Rounds, "each writer had one answer under way when the service died");
        var stored = await StoredAsync();
        stored.Where(text => text.Value > 1).Should().BeEmpty("nothing is posted twice");
        written.Where(text => text.Value && stored.GetValueOrDefault(text.Key) != 1).Should().BeEmpty("what was acknowledged is there");
        Claim.Holds(
            $"A service killed {Rounds} times at 50% under load",
            $"0 of {readers.Count} reads failed, {readers.Truncated} truncated; {failedWrites.Count} of {written.Count} writes failed, each once with 502 or 503, {truncatedWrites.Count} acknowledged in an answer that broke off; 0 posted twice");
    }

    // Half of them have a key with each post and send it again, as a careful program does; the others leave it at that.
    private async Task WriteAsync(Author author, bool isCareful, CancellationToken stop)
    {
        var visitor = author.Visitor.At(TheSystem.Gateway(50));
        while (!stop.IsCancellationRequested)
        {
            var (text, key) = (Names.Unique("crash"), Guid.NewGuid().ToString());
            if (written[text] = await IsAcknowledgedAsync(visitor, text, isCareful ? key : null)) continue;
            if (!isCareful) continue;
            await Task.Delay(ComeBack, CancellationToken.None);
            (await PostAsync(visitor, text, key)).Status.Should().Be(201, "a write fails at most once");
            written[text] = true;
        }
    }

    private async Task<bool> IsAcknowledgedAsync(Visitor visitor, string text, string? key)
    {
        try
        {
            var answer = await PostAsync(visitor, text, key);
            if (answer.Status == 201) return true;
            failedWrites.Enqueue(answer.Status);
            answer.ShouldBeAProblem(answer.Status);
        }
        catch (TruncatedAnswerException broken)
        {
            truncatedWrites.Enqueue(broken.Status);
        }
        return false;
    }

    private static Task<Answer> PostAsync(Visitor visitor, string text, string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/me/thoughts/") { Content = new StringContent($$"""{"text":"{{text}}"}""", Encoding.UTF8, "application/json") };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return visitor.SendAsync(request);
    }

    private static async Task<Dictionary<string, int>> StoredAsync()
    {
        await using var connection = new NpgsqlConnection(TheSystem.Running.Database.Administrator + ";Pooling=false");
        var rows = await connection.QueryAsync<(string Text, int Count)>("SELECT text, count(*)::int FROM thoughts.thought WHERE text LIKE 'crash%' GROUP BY text");
        return rows.ToDictionary(row => row.Text, row => row.Count);
    }
}
