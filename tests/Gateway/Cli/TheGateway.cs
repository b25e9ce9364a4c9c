using MyThoughts.Gateway.Tests.Hosts;

namespace MyThoughts.Gateway.Tests.Cli;

/// <summary>One gateway for all tests of the command line, with a monolith and a Search service that are healthy.</summary>
[SetUpFixture]
internal sealed class TheGateway
{
    private static Backend? monolith;
    private static Backend? search;
    private static RunningGateway? running;

    public static RunningGateway Running => running ?? throw new InvalidOperationException("The gateway is not running.");

    public static Backend Search => search!;

    public static string Address => Running.Addresses.Internal.ToString();

    /// <summary>The command line of somebody who has the operator's key.</summary>
    public static CommandLine Operator => new(("GATEWAY_URL", Address), ("GATEWAY_KEY", Running.Api.Key));

    public static Task<Ran> RunAsync(params string[] args) => Operator.RunAsync(args);

    public static async Task<long> VersionAsync() => (await Running.Api.GetAsync("routes"))["version"]!.GetValue<long>();

    public static async Task<decimal> WeightAsync(string route) => (await Running.Api.GetAsync($"routes/{route}"))["weight"]!.GetValue<decimal>();

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        monolith = await Backend.StartAsync("monolith");
        search = await Backend.StartAsync("service");
        running = await RunningGateway.StartAsync(monolith, search, "--Overrides:Enabled=true");
        await running.UntilAvailableAsync("search", available: true);
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        if (running is not null) await running.DisposeAsync();
        if (search is not null) await search.DisposeAsync();
        if (monolith is not null) await monolith.DisposeAsync();
    }
}
