using MyThoughts.Gateway.Tests.Hosts;

namespace MyThoughts.Gateway.Tests.Pages;

/// <summary>One gateway for all tests of pages: search has a service, the others' do not answer.</summary>
[SetUpFixture]
internal sealed class ThePages
{
    private static Backend? monolith;
    private static Backend? search;
    private static RunningGateway? gateway;
    private static int networks;

    public static RunningGateway Gateway => gateway ?? throw new InvalidOperationException("The gateway is not running.");

    public static Backend Search => search ?? throw new InvalidOperationException("The service is not running.");

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        monolith = await Backend.StartAsync("monolith");
        search = await Backend.StartAsync("service:search");
        gateway = await RunningGateway.StartAsync(monolith, search);
        await gateway.UntilAvailableAsync("search", available: true);
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        if (gateway is not null) await gateway.DisposeAsync();
        if (search is not null) await search.DisposeAsync();
        if (monolith is not null) await monolith.DisposeAsync();
    }

    /// <summary>Somebody from a network of their own, so that one test's failed keys do not count for another.</summary>
    public static OperatorBrowser Open() => new(Gateway.Addresses.Internal, $"192.0.2.{Interlocked.Increment(ref networks)}");

    /// <summary>Somebody who has logged in with the key of this Development gateway.</summary>
    public static Task<OperatorBrowser> OpenOperatorAsync() => OpenAsync(Gateway.Api.Key);

    /// <summary>Somebody who has logged in with a key that was made for them.</summary>
    public static async Task<OperatorBrowser> OpenAsync(string role, string name)
    {
        var made = await CreateKeyAsync(role, name);
        return await OpenAsync(made.Key);
    }

    public static async Task<(string Id, string Key)> CreateKeyAsync(string role, string name)
    {
        using var response = await Gateway.Api.SendAsync(HttpMethod.Post, "keys", new { name, role });
        var made = System.Text.Json.Nodes.JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
        return (made["id"]!.ToString(), made["key"]!.ToString());
    }

    private static async Task<OperatorBrowser> OpenAsync(string key)
    {
        var browser = Open();
        var answer = await browser.LogInAsync(key);
        answer.Location.Should().Be("/admin/");
        return browser;
    }
}
