using System.Diagnostics;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Benchmarks;

/// <summary>The published system with some data in it, every host started as in production and timed.</summary>
internal sealed class BenchSystem : IAsyncDisposable
{
    private readonly SystemUnderTest system;
    private readonly Dictionary<string, double> starts = [];
    private GatewayUnderTest? gateway;

    private BenchSystem(SystemUnderTest system) => this.system = system;

    public IReadOnlyList<Arm> Arms { get; private set; } = [];

    /// <summary>Milliseconds from the start of the process to the first 200, by host.</summary>
    public IReadOnlyDictionary<string, double> Starts => starts;

    public static async Task<BenchSystem> StartAsync(string published)
    {
        // The first start, in Development, makes the tables and the demo users.
        var bench = new BenchSystem(await SystemUnderTest.StartAsync(published: published));
        try
        {
            Console.WriteLine("Writing thoughts");
            var content = await Content.WriteAsync(bench.system.Monolith.Addresses.Public);
            await bench.StartAsInProductionAsync();
            bench.Arms = [.. await ArmsAsync(content, bench.system.Monolith.Addresses.Public, bench.gateway!.Host.Addresses.Public)];
            return bench;
        }
        catch
        {
            await bench.DisposeAsync();
            throw;
        }
    }

    /// <summary>Resident megabytes now, by host.</summary>
    public IEnumerable<(string Host, double Megabytes)> Memory()
    {
        foreach (var host in Hosts())
        {
            using var process = Process.GetProcessById(host.Id);
            yield return (host.Name, process.WorkingSet64 / 1024.0 / 1024.0);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await system.DisposeAsync();
        await TestCluster.ReleaseSharedAsync();
    }

    private IEnumerable<HostProcess> Hosts() =>
        SystemUnderTest.Map.Modules.Select(module => system.Service(module.Name)).Prepend(system.Monolith).Prepend(gateway!.Host);

    private async Task StartAsInProductionAsync()
    {
        foreach (var name in SystemUnderTest.Map.Modules.Select(module => module.Name).Prepend("monolith"))
        {
            await (name == "monolith" ? system.Monolith : system.Service(name)).StopAsync();
            starts[name] = await TimeAsync(() => system.StartAgainAsync(name, AsInProduction));
        }
        // At 0 the gateway asks the very process that is asked directly, so the difference is the gateway's own.
        // Its first start, in Development, makes its tables and its first state.
        gateway = await system.StartGatewayAsync(0);
        await gateway.Host.StopAsync();
        starts["gateway"] = await TimeAsync(() => gateway.StartAgainAsync(AsInProduction));
    }

    private HostStart AsInProduction(HostStart start) => start with
    {
        IsSilent = true,
        Settings = new Dictionary<string, string>(start.Settings)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["DataProtection:Folder"] = Path.Combine(system.Folder, "keys"),
        },
    };

    private static async Task<double> TimeAsync(Func<Task> start)
    {
        var watch = Stopwatch.StartNew();
        await start();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<IEnumerable<Arm>> ArmsAsync(Content content, Uri direct, Uri gateway)
    {
        var visitor = await Visitor.CookieAsync(gateway);
        return
            from page in content.Pages
            from way in new[] { (Name: Arm.Direct, Address: direct, Cookies: page.Cookies), (Name: Arm.Gateway, Address: gateway, Cookies: string.Join("; ", new[] { visitor, page.Cookies }.Where(cookie => cookie.Length > 0))) }
            select new Arm(page.What, way.Name, new Uri(way.Address, page.Path), way.Cookies);
    }
}
