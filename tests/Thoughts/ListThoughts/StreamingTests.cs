using System.Net;
using System.Net.Sockets;
using System.Text;
using Dapper;
using MyThoughts.Support;
using Npgsql;

namespace MyThoughts.Thoughts.Tests.Listing;

/// <summary>A list too large to hold: about 30 MB as JSON.</summary>
[NonParallelizable]
internal sealed class StreamingTests
{
    private const int Thoughts = 100_000;
    private const long FarBelowTheList = 12_000_000;
    private ThoughtsSide side = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        side = await ThoughtsSide.StartAsync();
        await using var administrator = new NpgsqlConnection(side.Database.Administrator + ";Pooling=false");
        // The trigram index has no part in this and takes most of the time.
        await administrator.ExecuteAsync($"""
            DROP INDEX thoughts.thought_containing;
            INSERT INTO thoughts.thought (username, text, posted_at)
            SELECT 'bruce', repeat('x', 250), now() FROM generate_series(1, {Thoughts});
            """);
    }

    [OneTimeTearDown]
    public async Task Stop() => await side.DisposeAsync();

    [TestCase(false)]
    [TestCase(true)]
    public async Task The_whole_list_streams_in_constant_memory(bool remote)
    {
        var thoughts = remote ? side.Remote : side.Thoughts;
        await foreach (var thought in thoughts.ListAsync(new(Limit: 100), CancellationToken.None)) thought.Id.Should().BePositive();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long read = 0, largest = 0;
        await foreach (var thought in thoughts.ListAsync(new(), CancellationToken.None))
        {
            if (++read % 20_000 == 0) largest = Math.Max(largest, GC.GetTotalMemory(forceFullCollection: true));
        }
        read.Should().Be(Thoughts);
        (largest - before).Should().BeLessThan(FarBelowTheList);
    }

    [Test]
    public async Task A_reader_who_leaves_gives_the_connection_back()
    {
        using (var answer = await side.Client.GetAsync("/api/thoughts/", HttpCompletionOption.ResponseHeadersRead))
        {
            await using var body = await answer.Content.ReadAsStreamAsync();
            await body.ReadExactlyAsync(new byte[1_000]);
            (await BusyAsync()).Should().Be(1, "the list is still being read");
        }
        await Eventually.HoldsAsync(async () => await BusyAsync() == 0, "the statement ends with its reader");
    }

    [Test]
    public async Task Of_many_readers_who_hang_up_in_the_middle_none_keeps_a_connection()
    {
        const int HangUps = 100;
        for (var reader = 0; reader < HangUps; reader++) await HangUpAsync();
        await Eventually.HoldsAsync(async () => await BusyAsync() == 0, "every statement ends with its reader");
    }

    [Test]
    public async Task Readers_who_take_their_time_with_whole_lists_leave_connections_for_everybody_else()
    {
        using var leaves = new CancellationTokenSource();
        var streaming = new List<Task<HttpResponseMessage>>();
        for (var reader = 0; reader < WholeLists.AtATime; reader++) streaming.Add(AskForWholeListAsync());
        foreach (var answer in streaming) (await answer).StatusCode.Should().Be(HttpStatusCode.OK);
        var waiting = Enumerable.Range(0, WholeLists.Waiting + 1).Select(_ => AskForWholeListAsync()).ToList();

        var refused = await await Task.WhenAny(waiting);
        refused.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter!.Delta.Should().BePositive();
        (await side.Client.GetAsync("/api/thoughts/?limit=20")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await side.Client.GetAsync("/api/thoughts/1/")).StatusCode.Should().Be(HttpStatusCode.OK);

        await leaves.CancelAsync();
        foreach (var answer in streaming) (await answer).Dispose();

        Task<HttpResponseMessage> AskForWholeListAsync() => side.Client.GetAsync("/api/thoughts/", HttpCompletionOption.ResponseHeadersRead, leaves.Token);
    }

    // The host learns of it while it writes, not while it reads.
    private async Task HangUpAsync()
    {
        var host = side.Client.BaseAddress!;
        using var reader = new Socket(SocketType.Stream, ProtocolType.Tcp) { LingerState = new(enable: true, seconds: 0) };
        await reader.ConnectAsync(host.Host, host.Port);
        await reader.SendAsync(Encoding.ASCII.GetBytes($"GET /api/thoughts/ HTTP/1.1\r\nHost: {host.Authority}\r\n\r\n"));
        (await reader.ReceiveAsync(new byte[1_000])).Should().BePositive();
    }

    // The list's own statement: the module's feed asks now and then too.
    private Task<long> BusyAsync() => side.AskAsync<long>("""
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND state = 'active' AND usename = 'thoughts'
          AND query LIKE 'SELECT id, username, text, posted_at%'
        """);
}
