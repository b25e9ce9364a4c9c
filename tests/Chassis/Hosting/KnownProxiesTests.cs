using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MyThoughts.Chassis.Tests.Hosting;

public sealed class KnownProxiesTests
{
    [Test]
    public async Task A_forwarded_address_is_believed_from_a_known_proxy_alone()
    {
        (await AddressSeenAsync()).Should().Be("127.0.0.1");
        (await AddressSeenAsync("--ForwardedHeaders:KnownProxies=10.0.0.0/8")).Should().Be("127.0.0.1");
        (await AddressSeenAsync("--ForwardedHeaders:KnownProxies=10.0.0.0/8, 127.0.0.1")).Should().Be("203.0.113.9");
    }

    [Test]
    public async Task Https_at_a_known_proxy_is_https_to_us_and_browsers_are_told_to_stay_with_it()
    {
        (await StrictTransportAsync("--ForwardedHeaders:KnownProxies=127.0.0.1")).Should().ContainSingle().Which.Should().Contain("max-age=");
        (await StrictTransportAsync()).Should().BeEmpty();
    }

    private static async Task<IEnumerable<string>> StrictTransportAsync(params string[] settings)
    {
        await using var host = await ChassisHost.StartAsync(_ => { }, settings);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live") { Headers = { Host = "mythoughts.example" } };
        request.Headers.Add("X-Forwarded-Proto", "https");
        var answer = await host.Public.SendAsync(request);
        return answer.Headers.TryGetValues("Strict-Transport-Security", out var values) ? values : [];
    }

    private static async Task<string> AddressSeenAsync(params string[] settings)
    {
        await using var host = await ChassisHost.StartAsync(
            app => app.MapGet("/whoami", (HttpContext context) => context.Connection.RemoteIpAddress!.ToString()), settings);
        host.Public.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        return await host.Public.GetStringAsync("/whoami");
    }
}
