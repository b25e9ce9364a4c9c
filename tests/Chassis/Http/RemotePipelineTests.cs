using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using MyThoughts.Chassis.Http;
using MyThoughts.Chassis.Tests.Hosting;
using MyThoughts.Support;

namespace MyThoughts.Chassis.Tests.Http;

public sealed class RemotePipelineTests
{
    [Test]
    public async Task A_read_that_fails_in_passing_is_tried_again()
    {
        var tries = 0;
        await using var host = await ChassisHost.StartAsync(app => app.MapContractGroup("thoughts").MapGet("/read", () => ++tries < 3 ? Results.StatusCode(503) : Results.Text("read")));
        using var client = Client(host);
        (await client.GetStringAsync("/internal/thoughts/read")).Should().Be("read");
        tries.Should().Be(3);
    }

    [Test]
    public async Task The_second_try_carries_the_key_and_the_request_id_once()
    {
        var tries = 0;
        await using var host = await ChassisHost.StartAsync(
            app => app.MapContractGroup("thoughts").MapGet("/read", (HttpContext context) => ++tries < 2 ? Results.StatusCode(503) : Results.Text(context.Request.Headers["X-Request-ID"])),
            "--Listen:InternalKey=a-key-of-at-least-thirty-two-characters");
        var current = new HttpContextAccessor { HttpContext = new DefaultHttpContext { TraceIdentifier = "order-17" } };
        var headers = new RemoteHeaders(current, "a-key-of-at-least-thirty-two-characters") { InnerHandler = new SocketsHttpHandler() };
        using var client = new HttpClient(new RemotePipeline("thoughts") { InnerHandler = headers }) { BaseAddress = host.Internal.BaseAddress };
        (await client.GetStringAsync("/internal/thoughts/read")).Should().Be("order-17");
        tries.Should().Be(2);
    }

    [Test]
    public async Task A_write_is_never_sent_twice()
    {
        var tries = 0;
        await using var host = await ChassisHost.StartAsync(app => app.MapContractGroup("thoughts").MapPost("/write", () => { tries++; return Results.StatusCode(503); }));
        using var client = Client(host);
        await FluentActions.Awaiting(() => client.PostAsync("/internal/thoughts/write", null)).Should().ThrowAsync<NeighbourUnavailableException>();
        tries.Should().Be(1);
    }

    [Test]
    public async Task An_answer_that_takes_too_long_is_given_up()
    {
        await using var host = await ChassisHost.StartAsync(app => app.MapContractGroup("thoughts").MapPost("/slow", (CancellationToken gone) => Task.Delay(Timeout.Infinite, gone)));
        using var client = Client(host);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/internal/thoughts/slow");
        request.Options.Set(RemoteRequests.TimeLimit, TimeSpan.FromMilliseconds(100));
        await FluentActions.Awaiting(() => client.SendAsync(request)).Should().ThrowAsync<NeighbourUnavailableException>();
    }

    [Test]
    public async Task A_read_that_takes_too_long_costs_its_time_limit_once()
    {
        var tries = 0;
        await using var host = await ChassisHost.StartAsync(app => app.MapContractGroup("thoughts").MapGet("/slow", (CancellationToken gone) =>
        {
            tries++;
            return Task.Delay(Timeout.Infinite, gone);
        }));
        using var client = Client(host);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/internal/thoughts/slow");
        request.Options.Set(RemoteRequests.TimeLimit, TimeSpan.FromMilliseconds(200));
        await FluentActions.Awaiting(() => client.SendAsync(request)).Should().ThrowAsync<NeighbourUnavailableException>();
        tries.Should().Be(1);
    }

    [TestCase("null"), TestCase("\n null"), TestCase(""), TestCase("{}"), TestCase("[null]"), TestCase("[1,"), TestCase("<html>")]
    public async Task What_is_no_list_is_never_taken_for_an_empty_one(string body)
    {
        await using var host = await ChassisHost.StartAsync(app => app.MapContractGroup("thoughts").MapGet("/list", () => Results.Text(body, "application/json")));
        using var client = Client(host);
        var read = async () => await client.ListAsync<int>("/internal/thoughts/list", "thoughts", CancellationToken.None).ToListAsync();
        await read.Should().ThrowAsync<NeighbourUnavailableException>();
    }

    [Test]
    public async Task A_neighbour_that_is_down_is_left_alone_for_a_while_and_found_again()
    {
        var (isUp, tries) = (false, 0);
        await using var host = await ChassisHost.StartAsync(app => app.MapContractGroup("thoughts").MapPost("/write", () =>
        {
            tries++;
            return isUp ? Results.Text("written") : Results.StatusCode(503);
        }));
        using var client = Client(host);
        for (var call = 0; call < 30; call++)
            await FluentActions.Awaiting(() => client.PostAsync("/internal/thoughts/write", null)).Should().ThrowAsync<NeighbourUnavailableException>();
        tries.Should().BeLessThan(30, "the circuit breaker opens");

        isUp = true;
        await Eventually.HoldsAsync(() => AnswersAsync(() => client.PostAsync("/internal/thoughts/write", null)), "the neighbour is found again");
    }

    [Test]
    public async Task A_reader_that_waits_for_news_of_a_neighbour_just_back_keeps_nobody_else_from_it()
    {
        var isUp = false;
        var polled = new TaskCompletionSource();
        await using var host = await ChassisHost.StartAsync(app =>
        {
            var contract = app.MapContractGroup("thoughts");
            contract.MapGet("/find", () => isUp ? Results.Text("found") : Results.StatusCode(503));
            contract.MapGet("/changes", async (CancellationToken gone) =>
            {
                if (!isUp) return Results.StatusCode(503);
                polled.TrySetResult();
                await Task.Delay(Timeout.Infinite, gone);
                return Results.Text("no news");
            });
        });
        using var client = Client(host);
        for (var call = 0; call < 10; call++) (await AnswersAsync(() => client.GetAsync("/internal/thoughts/find"))).Should().BeFalse();

        isUp = true;
        using var end = new CancellationTokenSource();
        var polling = PollAsync(client, end.Token);
        await polled.Task;
        await Eventually.HoldsAsync(() => AnswersAsync(() => client.GetAsync("/internal/thoughts/find")), "somebody else has an answer");
        polling.IsCompleted.Should().BeFalse("there is no news yet");
        await end.CancelAsync();
        await FluentActions.Awaiting(() => polling).Should().ThrowAsync<OperationCanceledException>();
    }

    // What a reader of a feed does: asks for news, and after a failure asks again.
    private static async Task PollAsync(HttpClient client, CancellationToken end)
    {
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/internal/thoughts/changes");
            request.Options.Set(RemoteRequests.TimeLimit, TimeSpan.FromMinutes(1));
            request.Options.Set(RemoteRequests.IsLongPoll, true);
            if (await AnswersAsync(() => client.SendAsync(request, end))) return;
        }
    }

    private static async Task<bool> AnswersAsync(Func<Task<HttpResponseMessage>> call)
    {
        try
        {
            using var answer = await call();
            return answer.IsSuccessStatusCode;
        }
        catch (NeighbourUnavailableException)
        {
            return false;
        }
    }

    private static HttpClient Client(ChassisHost host) =>
        new(new RemotePipeline("thoughts") { InnerHandler = new SocketsHttpHandler() }) { BaseAddress = host.Internal.BaseAddress };
}
