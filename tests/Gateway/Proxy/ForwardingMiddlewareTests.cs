using System.Net;
using Microsoft.AspNetCore.Http;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Gateway.Proxy;

namespace MyThoughts.Gateway.Tests.Proxy;

internal sealed class ForwardingMiddlewareTests
{
    [Test]
    public async Task A_mistake_on_the_way_to_a_host_comes_up_where_the_gateway_answers()
    {
        var mistake = new InvalidTimeZoneException("a mistake");
        var context = new DefaultHttpContext();
        context.Request.Path = "/x";
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new WayToHosts(_ => throw mistake)), "hosts"));
        var isGoneOn = false;
        var failure = new FailureMiddleware(_ => Task.CompletedTask);
        var forwarding = new ForwardingMiddleware(Answer, new ListenAddresses(new(IPAddress.Loopback, 1), null, new(IPAddress.Loopback, 2), null));

        (await FluentActions.Awaiting(() => forwarding.InvokeAsync(context)).Should().ThrowAsync<InvalidTimeZoneException>()).Which.Should().BeSameAs(mistake);
        isGoneOn.Should().BeTrue();
        context.GetEndpoint().Should().BeNull();

        Task Answer(HttpContext inner)
        {
            isGoneOn = true;
            return failure.InvokeAsync(inner);
        }
    }
}
