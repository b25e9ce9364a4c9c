using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using MyThoughts.Chassis.Http;
using MyThoughts.Chassis.Tests.Hosting;

namespace MyThoughts.Chassis.Tests.Http;

/// <summary>What answers for a module may be anything: it is the module's answer, or nobody's, and never a wrong one.</summary>
public sealed class RemoteAnswerTests
{
    private ChassisHost host = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await ChassisHost.StartAsync(app =>
        {
            var contract = app.MapContractGroup("thoughts");
            contract.MapGet("/answer", (string body, string type = "application/json") => Results.Text(body, type, Encoding.UTF8));
            contract.MapGet("/status/{status:int}", (int status) => Results.StatusCode(status));
            contract.MapGet("/drops", async (HttpContext context) =>
            {
                await context.Response.WriteAsync("[1,");
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            });
            contract.MapGet("/large", () => Results.Text(new string(' ', 5 * 1024 * 1024) + "{}", "application/json"));
            contract.MapGet("/broken", async (HttpContext context) =>
            {
                await context.Response.WriteAsync("[1,2,");
                await context.Response.Body.FlushAsync();
                context.Abort();
            });
            // Something else that happens to listen there.
            app.MapGet("/internal/else", () => Results.Text("{}", "application/json"));
        });
    }

    [OneTimeTearDown]
    public Task Stop() => host.DisposeAsync().AsTask();

    // One each: the failures of some tests would open the circuit for the others.
    [SetUp]
    public void Connect() => client = new(new RemotePipeline("thoughts") { InnerHandler = new SocketsHttpHandler() }) { BaseAddress = host.Internal.BaseAddress };

    [TearDown]
    public void Disconnect() => client.Dispose();

    [Test]
    public async Task Fields_of_another_version_are_ignored() =>
        (await ReadAsync("""{"id":7,"name":"seven","mood":"new","extra":{"a":[1]}}""")).Should().Be(new Item(7, "seven"));

    [TestCase("""{"id":7}""", "name"), TestCase("""{"id":7,"name":null}""", "name"), TestCase("""{"id":"x","name":"a"}""", "id")]
    [TestCase("null", "null"), TestCase("", "JSON"), TestCase("<html>", "'<'"), TestCase("[7,", "JSON")]
    public async Task What_lacks_what_we_need_is_no_answer_and_says_why(string body, string reason)
    {
        var read = () => ReadAsync(body);
        (await read.Should().ThrowAsync<NeighbourUnavailableException>()).Which.Message.Should().Contain("not what its contract says").And.Contain(reason);
    }

    [Test]
    public async Task Another_kind_of_content_is_no_answer()
    {
        var read = () => GetAsync<Item>("/internal/thoughts/answer?type=text/html&body=hello");
        await read.Should().ThrowAsync<NeighbourUnavailableException>();
    }

    [TestCase("/internal/else"), TestCase("/internal/thoughts/no/such/path"), TestCase("/internal/users/find?username=bruce"), TestCase("/nowhere")]
    public async Task Whatever_else_listens_there_is_never_taken_for_the_module(string path)
    {
        var get = () => client.GetAsync(path);
        (await get.Should().ThrowAsync<NeighbourUnavailableException>()).Which.Message.Should().Contain("Check Modules:thoughts:Url");
    }

    [Test]
    public async Task A_failure_is_no_answer()
    {
        var read = () => GetAsync<Item>("/internal/thoughts/status/500");
        (await read.Should().ThrowAsync<NeighbourUnavailableException>()).Which.Message.Should().Contain("500");
    }

    [Test]
    public async Task An_answer_that_comes_drop_by_drop_is_given_up_in_time()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/internal/thoughts/drops");
        request.Options.Set(RemoteRequests.TimeLimit, TimeSpan.FromMilliseconds(200));
        await FluentActions.Awaiting(() => client.SendAsync(request)).Should().ThrowAsync<NeighbourUnavailableException>();
    }

    [Test]
    public async Task An_answer_without_measure_is_given_up() =>
        await FluentActions.Awaiting(() => client.GetAsync("/internal/thoughts/large")).Should().ThrowAsync<NeighbourUnavailableException>();

    [Test]
    public async Task A_list_that_breaks_off_has_given_what_it_had_and_fails_then()
    {
        var items = new List<int>();
        var read = async () =>
        {
            await foreach (var item in client.ListAsync<int>("/internal/thoughts/broken", "thoughts", CancellationToken.None)) items.Add(item);
        };
        await read.Should().ThrowAsync<NeighbourUnavailableException>();
        items.Should().HaveCountLessThanOrEqualTo(2);
    }

    private Task<Item> ReadAsync(string body) => GetAsync<Item>($"/internal/thoughts/answer?body={Uri.EscapeDataString(body)}");

    private async Task<T> GetAsync<T>(string path)
    {
        using var response = await client.GetAsync(path);
        return await response.ReadAsync<T>("thoughts", CancellationToken.None);
    }

    private sealed record Item(int Id, string Name);
}
