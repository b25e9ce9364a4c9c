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

    private readonly ConcurrentQueue<string?> reads = new();
    private readonly ConcurrentQueue<string> failedReads = new();
    private readonly ConcurrentDictionary<string, bool> written = new();
    private readonly ConcurrentQueue<int> failedWrites = new();
    private HttpClient client = null!;
    private int truncated;

    [OneTimeSetUp]
    public void Open() => client = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = TheSystem.Gateway(50).Addresses.Public };

    [OneTimeTearDown]
    public void Close() => client.Dispose();

    [Test]
    public async Task A_service_that_is_killed_at_half_of_the_traffic_costs_no_read_and_no_write_more_than_once_and_doubles_none()
    {
        using var stop = new CancellationTokenSource();
        var writers = await Task.WhenAll(Enumerable.Range(0, People * 2).Select(_ => Topology.Monolith.NewAuthorAsync()));
        List<Task> people = [.. Enumerable.Range(0, People).Select(_ => ReadAsync(stop.Token)), .. writers.Select((author, number) => WriteAsync(author, number % 2 == 0, stop.Token))];
        for (var round = 0; round < Rounds; round++)
        {
            var before = reads.Count;
            await Eventually.HoldsAsync(() => reads.Skip(before).Count(side => side == "service:thoughts") >= 50 && !written.IsEmpty, "people are on the service", LongestWait);
            await TheSystem.Service("thoughts").KillAsync();
            var killed = reads.Count;
            await Eventually.HoldsAsync(() => reads.Count - killed >= 200, "they go on", LongestWait);
            await TheSystem.Running.StartAgainAsync("thoughts");
        }
        await stop.CancelAsync();
        await Task.WhenAll(people);

        failedReads.Should().BeEmpty("of {0} reads none may fail before its answer has begun", reads.Count);
        failedWrites.Should().OnlyContain(status => status == 502 || status == 503);
        var stored = await StoredAsync();
        stored.Where(text => text.Value > 1).Should().BeEmpty("nothing is posted twice");
        written.Where(text => text.Value && stored.GetValueOrDefault(text.Key) != 1).Should().BeEmpty("what was acknowledged is there");
        Claim.Holds(
            $"A service killed {Rounds} times at 50% under load",
            $"0 of {reads.Count} reads failed, {truncated} truncated; {failedWrites.Count} of {written.Count} writes failed, each once with 502 or 503; 0 posted twice");
    }

    private async Task ReadAsync(CancellationToken stop)
    {
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, number % 2 == 0 ? "/api/thoughts/?limit=20" : "/api/thoughts/1/") { Headers = { { "Cookie", $"visitor={Guid.CreateVersion7()}" } } };
            HttpResponseMessage response;
            try
            {
                response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, CancellationToken.None);
            }
            catch (HttpRequestException problem)
            {
                failedReads.Enqueue(problem.Message);
                continue;
            }

            using (response)
            {
                if ((int)response.StatusCode >= 500) failedReads.Enqueue($"{(int)response.StatusCode} of {request.RequestUri}");
                try
                {
                    await response.Content.ReadAsByteArrayAsync(CancellationToken.None);
                    reads.Enqueue(response.Headers.TryGetValues("X-Served-By", out var sides) ? sides.Single() : null);
                }
                catch (Exception broken) when (broken is HttpRequestException or IOException)
                {
                    // Its answer had begun: nobody can take that back.
                    Interlocked.Increment(ref truncated);
                }
            }
        }
    }

    // Half of them have a key with each post and send it again, as a careful program does; the others leave it at that.
    private async Task WriteAsync(Author author, bool isCareful, CancellationToken stop)
    {
        var visitor = author.Visitor.At(TheSystem.Gateway(50));
        while (!stop.IsCancellationRequested)
        {
            var (text, key) = (Names.Unique("crash"), Guid.NewGuid().ToString());
            var answer = await PostAsync(visitor, text, isCareful ? key : null);
            written[text] = answer.Status == 201;
            if (answer.Status == 201) continue;
            failedWrites.Enqueue(answer.Status);
            answer.ShouldBeAProblem(answer.Status);
            if (!isCareful) continue;
            await Task.Delay(ComeBack, CancellationToken.None);
            (await PostAsync(visitor, text, key)).Status.Should().Be(201, "a write fails at most once");
            written[text] = true;
        }
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
