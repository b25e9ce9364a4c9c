using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MyThoughts.Benchmarks.Core;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Benchmarks.Tests;

/// <summary>The script in wrk, against a server that is wrong once in a while. Built on Linux alone, as `bench` runs there alone.</summary>
public sealed class WrkLoadTests
{
    private const string Right = "the right answer";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly RightAnswer Exactly = RightAnswer.Exactly(Encoding.UTF8.GetBytes(Right));

    [Test]
    public async Task Right_answers_are_no_failures()
    {
        var load = await RunAsync(Exactly, (_, _) => (200, Right));

        (load.Failures, load.FirstFailure).Should().Be((0L, ""));
        load.Requests.Should().BeGreaterThan(10);
        load.P99.Should().BeGreaterThanOrEqualTo(load.P50).And.BeGreaterThan(0);
    }

    [TestCase(500, Right)]
    [TestCase(302, Right)]
    [TestCase(404, "")]
    [TestCase(200, "the wrong answer")]
    [TestCase(200, "the right answer.")]
    [TestCase(200, "")]
    public async Task A_single_wrong_answer_is_seen(int status, string body)
    {
        var load = await RunAsync(Exactly, (_, number) => number == 7 ? (status, body) : (200, Right));

        load.Failures.Should().Be(1);
        load.FirstFailure.Should().StartWith($"status {status}");
    }

    [Test]
    public async Task A_page_without_its_marker_is_wrong()
    {
        var load = await RunAsync(RightAnswer.Holding("right%-"), (_, number) => (200, number == 7 ? "a login page" : "all is right%- here"));

        load.Failures.Should().Be(1);
    }

    [Test]
    public async Task Of_two_right_bodies_the_share_of_the_second_is_told()
    {
        var load = await RunAsync(RightAnswer.Exactly("m"u8.ToArray(), "s"u8.ToArray()), (_, number) => (200, number % 4 == 0 ? "s" : "m"));

        load.Failures.Should().Be(0);
        load.SecondShare.Should().BeApproximately(25, 3);
    }

    [Test]
    public async Task People_and_paths_take_turns()
    {
        var seen = new ConcurrentDictionary<string, bool>();
        string[] paths = ["/a?x=1", "/b"];

        await RunAsync(Exactly, See, load => load with { Cookies = ["visitor=1", "visitor=2", "visitor=3"] });
        await RunAsync(Exactly, See, load => load with { Paths = paths, Headers = new Dictionary<string, string> { ["Cookie"] = "session=1" } });

        seen.Keys.Should().BeEquivalentTo("/ visitor=1", "/ visitor=2", "/ visitor=3", "/a?x=1 session=1", "/b session=1");

        (int, string) See(HttpRequest request, int number)
        {
            seen[$"{request.Path}{request.QueryString} {request.Headers.Cookie}"] = true;
            return (200, Right);
        }
    }

    private static async Task<LoadResult> RunAsync(RightAnswer right, Func<HttpRequest, int, (int Status, string Body)> answer, Func<WrkLoad, WrkLoad>? change = null)
    {
        var address = new Uri($"http://127.0.0.1:{HostAddresses.FreePort()}/");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add(address.ToString());
        var number = 0;
        app.Run(context =>
        {
            var (status, body) = answer(context.Request, Interlocked.Increment(ref number));
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        });
        await app.StartAsync();
        var load = new WrkLoad(address, right) { Connections = 2 };
        return await (change?.Invoke(load) ?? load).RunAsync(Second, CancellationToken.None);
    }
}
