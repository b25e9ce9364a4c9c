using System.Net;
using Microsoft.AspNetCore.Builder;
using MyThoughts.Chassis.Http;
using MyThoughts.Chassis.Tests.Hosting;

namespace MyThoughts.Chassis.Tests.Diagnostics;

public sealed class ProblemTests
{
    private ChassisHost host = null!;

    [OneTimeSetUp]
    public async Task Start() => host = await ChassisHost.StartAsync(app =>
    {
        app.MapGet("/{kind}/boom", string () => throw new InvalidOperationException("the password is 12345"));
        app.MapGet("/{kind}/away", string () => throw new NeighbourUnavailableException("users", null));
    });

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task A_failure_tells_a_program_the_request_id_and_nothing_of_the_exception()
    {
        var answer = await host.Public.GetAsync("/api/boom");
        answer.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await answer.Content.ReadAsStringAsync()).Should()
            .Contain(answer.Headers.GetValues("X-Request-ID").Single()).And.NotContain("12345").And.NotContain("InvalidOperation").And.NotContain(" at ");
    }

    [TestCase("/page/boom", 500), TestCase("/page/away", 503), TestCase("/nowhere", 404)]
    public async Task A_failure_is_a_page_for_a_person(string path, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html,*/*" } } };
        var answer = await host.Public.SendAsync(request);
        ((int)answer.StatusCode).Should().Be(status);
        (await answer.Content.ReadAsStringAsync()).Should().Be($"<h1>Error {status}</h1>");
    }

    [Test]
    public async Task A_neighbour_that_is_away_is_a_503_that_says_when_to_come_back()
    {
        var answer = await host.Public.GetAsync("/api/away");
        answer.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter!.Delta.Should().BePositive();
    }

    [TestCase("/api/boom"), TestCase("/nowhere"), TestCase("/health/live"), TestCase("/admin/version")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        var headers = (await host.Public.GetAsync(path)).Headers;
        headers.GetValues("Content-Security-Policy").Single().Should().Contain("default-src 'none'").And.Contain("frame-ancestors 'none'").And.NotContain("unsafe");
        headers.GetValues("X-Content-Type-Options").Single().Should().Be("nosniff");
        headers.Contains("Server").Should().BeFalse();
    }
}
