using MyThoughts.EndToEnd.Tests.Visiting;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;

namespace MyThoughts.EndToEnd.Tests;

/// <summary>The whole system, started once: monolith, services and a gateway for each weight, over one fresh database.</summary>
[SetUpFixture]
internal sealed class TheSystem
{
    private static readonly int[] Weights = [0, 50, 100];
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(60);
    private static readonly Dictionary<int, GatewayUnderTest> Gateways = [];
    private static SystemUnderTest? running;
    private static HostProcess? front;

    public static SystemUnderTest Running => running ?? throw new InvalidOperationException("The system is not running.");
    public static TrustedIssuer Issuer { get; } = new();
    public static HostProcess Monolith => Running.Monolith;
    /// <summary>A monolith that reaches every module in its service, and has no database.</summary>
    public static HostProcess Front => front ?? throw new InvalidOperationException("The system is not running.");
    public static HostProcess Service(string module) => Running.Service(module);
    public static HostProcess Gateway(int weight) => Gateways[weight].Host;

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        var settings = new Dictionary<string, string> { ["Auth:TrustedKeys"] = Issuer.Folder };
        running = await SystemUnderTest.StartAsync(settings);
        front = await running.StartMonolithAsync(SystemUnderTest.Map.Modules.ToDictionary(module => module.Name, _ => HostingMode.Remote), settings);
        foreach (var weight in Weights) Gateways[weight] = await running.StartGatewayAsync(weight);
        await WarmUpAsync();
    }

    // The first call of fresh processes compiles what it needs, which on a busy machine takes longer than one host waits for another.
    private static async Task WarmUpAsync() => await Eventually.HoldsAsync(
        async () => (await Topology.Front.NewOperator().PostJsonAsync("/admin/users/", new { username = "first", password = Names.Password })).Status is 201 or 409,
        "hosts reach each other", LongestWarmUp);

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        if (running is not null) await running.DisposeAsync();
        Issuer.Dispose();
    }
}
