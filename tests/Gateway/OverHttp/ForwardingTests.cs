using System.IO.Pipelines;
using System.Net;
using MyThoughts.Gateway.Tests.Hosts;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.OverHttp;

internal sealed class ForwardingTests
{
    private Backend monolith = null!;
    private Backend search = null!;
    private RunningGateway gateway = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        monolith = await Backend.StartAsync("monolith");
        search = await Backend.StartAsync("service");
        gateway = await RunningGateway.StartAsync(monolith, search, "--ServedBy:Header=false", "--ForwardedHeaders:KnownProxies=192.0.2.1");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await gateway.DisposeAsync();
        await search.DisposeAsync();
        await monolith.DisposeAsync();
    }

    [SetUp]
    public void Forget()
    {
        monolith.Seen.Clear();
        search.Seen.Clear();
    }

    [Test]
    public async Task The_host_learns_where_a_request_comes_from_and_not_what_the_client_claims()
    {
        await gateway.GetAsync("/x", null, ("X-Forwarded-For", "1.2.3.4"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example"),
            ("X-Forwarded-Prefix", "/admin"), ("Forwarded", "for=1.2.3.4"), ("Host", "thoughts.example"));
        var headers = monolith.Seen.Single().Headers;
        headers["X-Forwarded-For"].Should().Be("127.0.0.1");
        headers["X-Forwarded-Proto"].Should().Be("http");
        headers["X-Forwarded-Host"].Should().Be("thoughts.example");
        headers["Host"].Should().Be("thoughts.example");
        headers.Keys.Should().NotContain(["Forwarded", "X-Forwarded-Prefix"]);
    }

    [Test]
    public async Task A_request_id_passes_through_and_comes_back_once()
    {
        using var response = await gateway.SendAsync(HttpMethod.Get, "/x", null, ("X-Request-ID", "abc-1"));
        response.Headers.GetValues("X-Request-ID").Should().Equal("abc-1");
        monolith.Seen.Single().Headers["X-Request-ID"].Should().Be("abc-1");
    }

    [Test]
    public async Task A_request_without_an_id_gets_one()
    {
        using var response = await gateway.SendAsync(HttpMethod.Get, "/x");
        monolith.Seen.Single().Headers["X-Request-ID"].Should().Be(response.Headers.GetValues("X-Request-ID").Single());
    }

    [Test]
    public async Task A_trace_goes_on_behind_the_gateway()
    {
        const string trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        await gateway.GetAsync("/x", null, ("traceparent", $"00-{trace}-00f067aa0ba902b7-01"), ("tracestate", "a=b"));
        monolith.Seen.Single().Headers["traceparent"].Should().StartWith($"00-{trace}-");
        monolith.Seen.Single().Headers["tracestate"].Should().Be("a=b");
    }

    [TestCase(null), TestCase("00-4bf92f-00f067aa0ba902b7-01"), TestCase("00-00000000000000000000000000000000-00f067aa0ba902b7-01")]
    public async Task Where_nobody_has_begun_a_trace_the_gateway_does(string? given)
    {
        (string, string)[] headers = given is null ? [] : [("traceparent", given), ("tracestate", "a=b")];
        using var response = await gateway.SendAsync(HttpMethod.Get, "/x", null, headers);
        var seen = monolith.Seen.Single().Headers;
        seen["traceparent"].Should().MatchRegex($"^00-{response.Headers.GetValues("X-Request-ID").Single()}-[0-9a-f]{{16}}-00$");
        seen.Should().NotContainKey("tracestate");
    }

    [TestCase("/@Zo%C3%AB", "/@Zoë"), TestCase("/@a%2Fb", "/@a%2Fb"), TestCase("/x/%25", "/x/%"), TestCase("/@50%2525", "/@50%25"), TestCase("/x//y", "/x//y")]
    public async Task The_host_reads_the_path_that_the_gateway_read(string target, string path)
    {
        (await gateway.SendRawAsync(target)).Should().StartWith("HTTP/1.1 200 ");
        monolith.Seen.Single().Path.Should().Be(path);
    }

    [Test]
    public async Task The_side_stays_private_when_the_setting_says_so()
    {
        using var response = await gateway.SendAsync(HttpMethod.Get, "/search");
        response.Headers.Contains("X-Served-By").Should().BeFalse();
    }

    [Test]
    public async Task An_answer_is_passed_on_as_it_comes()
    {
        using var response = await gateway.SendAsync(HttpMethod.Get, "/x?do=stream");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        for (var chunk = 0; chunk < 3; chunk++)
        {
            // The host writes the next chunk only when this one has arrived.
            (await reader.ReadLineAsync()).Should().Be($"{chunk}");
            monolith.NextChunk.Release();
        }
    }

    [Test]
    public async Task A_client_that_goes_away_ends_the_work_behind_the_gateway()
    {
        using var leaving = new CancellationTokenSource();
        var request = gateway.Client.GetAsync("/x?do=hang", leaving.Token);
        await Eventually.HoldsAsync(() => !monolith.Seen.IsEmpty, "the request has arrived");
        await leaving.CancelAsync();
        await monolith.Disconnected.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await FluentActions.Awaiting(() => request).Should().ThrowAsync<OperationCanceledException>();
        monolith.Seen.Should().HaveCount(1);
    }

    [Test]
    public async Task A_body_that_is_too_large_is_refused()
    {
        using var response = await gateway.Client.PostAsync(new Uri("/x", UriKind.Relative), new ByteArrayContent(new byte[100 * 1024]));
        response.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        monolith.Seen.Should().BeEmpty();
    }

    [Test]
    public async Task A_body_that_becomes_too_large_on_its_way_is_refused()
    {
        var body = new Pipe(new(pauseWriterThreshold: 0));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/x") { Content = new StreamContent(body.Reader.AsStream()) };
        request.Headers.TransferEncodingChunked = true;
        // More than HttpClient keeps back.
        await body.Writer.WriteAsync(new byte[32 * 1024]);
        var sending = gateway.Client.SendAsync(request);
        await Eventually.HoldsAsync(() => !monolith.Seen.IsEmpty, "the host has been asked");
        await body.Writer.WriteAsync(new byte[32 * 1024 + 1]);
        await body.Writer.CompleteAsync();

        using var response = await sending;
        response.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    [Test]
    public async Task An_asset_that_one_side_lacks_is_asked_of_the_other()
    {
        search.Assets["/assets/new.css"] = "body{}";
        using var found = await gateway.SendAsync(HttpMethod.Get, "/assets/new.css?v=2");
        found.StatusCode.Should().Be(HttpStatusCode.OK);
        (await found.Content.ReadAsStringAsync()).Should().Be("body{}");
        found.Headers.Contains("X-From").Should().BeFalse();
        found.Headers.Contains("Set-Cookie").Should().BeFalse();
        monolith.Seen.Should().HaveCount(1);
    }

    [Test]
    public async Task An_asset_that_nobody_has_is_not_found()
    {
        using var response = await gateway.SendAsync(HttpMethod.Get, "/assets/none.css");
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        response.Headers.GetValues("X-From").Should().Equal("service");
    }

    [Test]
    public async Task What_is_no_asset_is_asked_of_the_monolith_alone()
    {
        await gateway.GetAsync("/elsewhere");
        using var write = await gateway.SendAsync(HttpMethod.Post, "/assets/none.css");
        write.StatusCode.Should().Be(HttpStatusCode.NotFound);
        search.Seen.Should().BeEmpty();
    }
}
