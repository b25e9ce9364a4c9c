using System.Net;
using Microsoft.AspNetCore.Builder;
using MyThoughts.Support;

namespace MyThoughts.Chassis.Tests.Hosting;

public sealed class ShutdownDrainTests
{
    [Test]
    public async Task A_host_that_stops_says_so_to_its_balancer_and_goes_on_serving_until_it_was_heard()
    {
        await using var host = await ChassisHost.StartAsync(app => app.MapGet("/work", () => "done"), "--Shutdown:Drain=00:00:02");
        (await host.Public.GetAsync("/health/ready")).StatusCode.Should().Be(HttpStatusCode.OK);

        var stopping = host.StopAsync();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await Eventually.HoldsAsync(
            async () => (await host.Public.GetAsync("/health/ready", deadline.Token)).StatusCode == HttpStatusCode.ServiceUnavailable,
            "the host says that it stops");
        (await host.Public.GetStringAsync("/work", deadline.Token)).Should().Be("done");
        (await host.Public.GetAsync("/health/live", deadline.Token)).StatusCode.Should().Be(HttpStatusCode.OK);

        await stopping;
        await FluentActions.Awaiting(() => host.Public.GetStringAsync("/work")).Should().ThrowAsync<HttpRequestException>();
    }
}
