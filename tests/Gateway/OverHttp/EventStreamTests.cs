using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MyThoughts.Gateway.Tests.Hosts;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.OverHttp;

[Parallelizable]
internal sealed class EventStreamTests
{
    private Backend monolith = null!;
    private Backend search = null!;
    private RunningGateway gateway = null!;

    [SetUp]
    public async Task StartAsync()
    {
        monolith = await Backend.StartAsync("monolith");
        search = await Backend.StartAsync("service");
        gateway = await RunningGateway.StartAsync(monolith, search);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await gateway.DisposeAsync();
        await search.DisposeAsync();
        await monolith.DisposeAsync();
    }

    [Test]
    public async Task A_listener_is_told_what_is_so_and_then_each_change_as_it_takes_effect()
    {
        await using var listener = await ListenAsync();
        var first = await listener.NextAsync("state");
        first["version"]!.GetValue<long>().Should().Be(1);
        first["changes"]!.AsArray().Should().BeEmpty();

        var version = await gateway.Api.SetWeightAsync("search", 40);
        var change = await listener.NextAsync("state");
        change["version"]!.GetValue<long>().Should().Be(version);
        change["by"]!.ToString().Should().Be("development");
        var field = change["changes"]!.AsArray().Single()!;
        (field["place"]!.ToString(), field["from"]!.ToString(), field["to"]!.ToString()).Should().Be(("routes.search.weight", "25%", "40%"));
    }

    [Test]
    public async Task Figures_come_again_and_again()
    {
        await using var listener = await ListenAsync();
        var first = await listener.NextAsync("figures");
        first["routes"]!.AsArray().Select(route => route!["name"]!.ToString()).Should().Equal(SystemUnderTest.Map.Modules.Select(module => module.Name));
        await gateway.GetAsync("/search");
        var next = await listener.NextAsync("figures");
        var route = next["routes"]![2]!;
        (route["monolith"]!["requests"]!.GetValue<double>() + route["service"]!["requests"]!.GetValue<double>()).Should().BeGreaterThan(0);
        route["service"]!["visitors"]!.GetValue<double>().Should().Be(0.25);
        DateTimeOffset.Parse(next["at"]!.ToString(), null).Should().BeAfter(DateTimeOffset.Parse(first["at"]!.ToString(), null));
    }

    [Test]
    public async Task A_stream_says_that_it_is_alive_and_when_to_come_back()
    {
        await using var listener = await ListenAsync();
        (await listener.NextLineAsync(line => line.StartsWith("retry: ", StringComparison.Ordinal))).Should().Be("retry: 2000");
        (await listener.NextLineAsync(line => line.StartsWith(':'))).Should().Be(": still here");
    }

    [Test]
    public async Task More_listeners_than_the_limit_are_told_to_come_back_and_a_place_that_is_left_is_free()
    {
        var listeners = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => ListenAsync()));
        try
        {
            using var refused = await gateway.Api.SendAsync(HttpMethod.Get, "events");
            refused.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
            refused.Headers.GetValues("Retry-After").Should().Equal("10");
            (await refused.Content.ReadAsStringAsync()).Should().Contain("100 listen already");
            await listeners[0].DisposeAsync();
            await Eventually.HoldsAsync(async () =>
            {
                using var answer = await OpenAsync();
                return answer.IsSuccessStatusCode;
            }, "a place is free");
        }
        finally
        {
            foreach (var listener in listeners) await listener.DisposeAsync();
        }
    }

    [Test]
    public async Task A_key_that_is_revoked_hears_no_more()
    {
        using var created = await gateway.Api.SendAsync(HttpMethod.Post, "keys", new { name = "passing by", role = "viewer" });
        var key = JsonNode.Parse(await created.Content.ReadAsStringAsync())!;
        await using var listener = await ListenAsync(key["key"]!.ToString());
        await listener.NextAsync("figures");
        (await gateway.Api.SendAsync(HttpMethod.Delete, $"keys/{key["id"]}")).Dispose();
        await listener.EndsAsync();
        using var again = await OpenAsync(key["key"]!.ToString());
        again.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Test]
    public async Task A_gateway_that_stops_ends_its_streams_instead_of_waiting_for_them()
    {
        await using var listener = await ListenAsync();
        await listener.NextAsync("state");
        gateway.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await listener.EndsAsync();
    }

    private async Task<EventListener> ListenAsync(string? key = null)
    {
        var answer = await OpenAsync(key);
        answer.EnsureSuccessStatusCode().Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        return new(answer, new(await answer.Content.ReadAsStreamAsync()));
    }

    private Task<HttpResponseMessage> OpenAsync(string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(gateway.Addresses.Internal, "/admin/api/events")) { Headers = { Authorization = new("Bearer", key ?? gateway.Api.Key) } };
        return gateway.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>One who listens, as a browser would.</summary>
    private sealed class EventListener(HttpResponseMessage answer, StreamReader reader) : IAsyncDisposable
    {
        /// <summary>The data of the next event of a name.</summary>
        public async Task<JsonNode> NextAsync(string name)
        {
            await NextLineAsync(line => line == $"event: {name}");
            return JsonNode.Parse((await NextLineAsync(line => line.StartsWith("data: ", StringComparison.Ordinal)))["data: ".Length..])!;
        }

        public async Task<string> NextLineAsync(Func<string, bool> isWanted)
        {
            using var patience = new CancellationTokenSource(Eventually.Patience);
            while (true)
            {
                var line = await reader.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("The stream has ended.");
                if (isWanted(line)) return line;
            }
        }

        public async Task EndsAsync()
        {
            using var patience = new CancellationTokenSource(Eventually.Patience);
            while (await reader.ReadLineAsync(patience.Token) is not null) { }
        }

        public ValueTask DisposeAsync()
        {
            reader.Dispose();
            answer.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
