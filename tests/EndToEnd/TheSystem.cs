using MyThoughts.EndToEnd.Tests.Visiting;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;

namespace MyThoughts.EndToEnd.Tests;

/// <summary>The whole system, started once: monolith, services and a gateway for each weight, over one fresh database.</summary>
[SetUpFixture]
internal sealed class TheSystem
{
    private static readonly int[] Weights = [0, 50, 100];
    private static readonly Dictionary<int, GatewayUnderTest> Gateways = [];
    private static SystemUnderTest? running;

    public static SystemUnderTest Running => running ?? throw new InvalidOperationException("The system is not running.");
    public static TrustedIssuer Issuer { get; } = new();
    public static HostProcess Monolith => Running.Monolith;
    public static HostProcess Service(string module) => Running.Service(module);
    public static HostProcess Gateway(int weight) => Gateways[weight].Host;

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        running = await SystemUnderTest.StartAsync(new Dictionary<string, string> { ["Auth:TrustedKeys"] = Issuer.Folder });
        foreach (var weight in Weights) Gateways[weight] = await running.StartGatewayAsync(weight);
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        if (running is not null) await running.DisposeAsync();
        Issuer.Dispose();
    }
}
