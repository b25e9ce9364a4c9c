using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Map;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Support;

/// <summary>
/// The whole system as people run it: the monolith, every service and any number of gateways, each a process on free ports, over
/// one fresh database and one folder of keys.
/// </summary>
public sealed class SystemUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    // Where the build of this very test run put the hosts, Debug or Release: bin/<configuration>/net10.0/.
    private static readonly string Configuration = Directory.GetParent(AppContext.BaseDirectory.TrimEnd('/', '\\'))!.Name;

    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    private readonly string? published;
    private readonly Dictionary<string, HostStart> starts = [];
    private readonly Dictionary<string, HostProcess> hosts = [];
    private readonly List<GatewayUnderTest> gateways = [];
    private readonly List<HostProcess> more = [];
    private List<KeyValuePair<string, string>> neighbours = [];

    private SystemUnderTest(TestDatabase database, string? published) => (Database, this.published) = (database, published);

    /// <summary>The module map.</summary>
    public static ModuleMap Map { get; } = ModuleMap.Load();

    /// <summary>The database that all hosts share; each module in a schema of its own.</summary>
    public TestDatabase Database { get; }

    /// <summary>A folder for this system's keys and files, removed at the end.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("mythoughts-test-").FullName;

    /// <summary>The monolith and the services.</summary>
    public IReadOnlyCollection<HostProcess> Hosts => hosts.Values;

    /// <summary>The monolith.</summary>
    public HostProcess Monolith => hosts["monolith"];

    /// <summary>The extracted service of a module.</summary>
    public HostProcess Service(string module) => hosts[module];

    /// <summary>Starts the monolith and the services and waits until they are ready. Gateways come with <see cref="StartGatewayAsync"/>.</summary>
    /// <param name="settings">What differs from the usual settings, for all of these hosts.</param>
    /// <param name="published">A folder with the published hosts, each in a folder of its name; else those that the build made.</param>
    public static async Task<SystemUnderTest> StartAsync(IReadOnlyDictionary<string, string>? settings = null, string? published = null)
    {
        var system = Launch(await TestDatabase.CreateAsync(), settings, published);
        try
        {
            await system.WaitUntilReadyAsync();
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the monolith and the services on a database of the test's choice, which may be away, and waits for nothing.</summary>
    /// <param name="database">The database; disposed with the system.</param>
    /// <param name="settings">What differs from the usual settings, for all of these hosts.</param>
    /// <param name="published">A folder with the published hosts, each in a folder of its name; else those that the build made.</param>
    public static SystemUnderTest Launch(TestDatabase database, IReadOnlyDictionary<string, string>? settings = null, string? published = null)
    {
        var system = new SystemUnderTest(database, published);
        system.Plan(settings ?? None);
        foreach (var (name, start) in system.starts) system.hosts[name] = HostProcess.Start(start);
        return system;
    }

    /// <summary>How to start a host of this build with nothing but the given settings, on free ports.</summary>
    /// <param name="project">The host.</param>
    /// <param name="settings">Its settings; they hold against those of its addresses.</param>
    /// <param name="arguments">Its command line: a verb, or nothing to serve.</param>
    public static HostStart StartOf(HostProject project, IReadOnlyDictionary<string, string> settings, params IReadOnlyList<string> arguments) =>
        new(project.Name, project.BuiltAssembly(Repository.Root, Configuration), HostAddresses.Free(project), settings, arguments);

    /// <summary>Returns when the monolith and the services are ready, and throws with the output of one that is not.</summary>
    public Task WaitUntilReadyAsync() =>
        Task.WhenAll(hosts.Values.Select(host => host.WaitUntilReadyAsync(LongestStart, CancellationToken.None)));

    /// <summary>Starts a gateway in front of the hosts, with the same weight for every route.</summary>
    /// <param name="weight">The percentage of visitors for the services; null for what the module map says.</param>
    /// <param name="settings">What differs from the usual settings.</param>
    /// <param name="change">What else is different.</param>
    public async Task<GatewayUnderTest> StartGatewayAsync(
        decimal? weight, IReadOnlyDictionary<string, string>? settings = null, Func<HostStart, HostStart>? change = null)
    {
        var own = await TestDatabase.CreateAsync();
        var start = StartOf(HostProject.Gateway(Map), GatewaySettings(own), settings ?? None);
        var gateway = new GatewayUnderTest(change?.Invoke(start) ?? start, own, Folder);
        gateways.Add(gateway);
        await gateway.Host.WaitUntilReadyAsync(LongestStart, CancellationToken.None);
        if (weight is { } percent) await gateway.SetWeightsAsync(Map, percent);
        return gateway;
    }

    private IEnumerable<KeyValuePair<string, string>> GatewaySettings(TestDatabase own) =>
    [
        .. starts.Where(start => start.Key == start.Value.Name).Select(start => KeyValuePair.Create($"Clusters:{start.Key}:Destinations:1", start.Value.Addresses.Proxied.ToString())),
        new("ConnectionStrings:gateway", own.ConnectionString("gateway")),
        new("ConnectionStrings:administrator", own.Administrator),
        new("State:File", Path.Combine(Folder, $"gateway-state-{gateways.Count}.json")),
        // Tests take services away and want them back at once; what easing does has tests of its own.
        new("Easing", "00:00:00"),
    ];

    /// <summary>Starts one more monolith, which knows where the services are, and waits until it is ready.</summary>
    /// <param name="modes">The hosting mode of each module that is not in its process; it gets no connection string for those.</param>
    /// <param name="settings">What differs from the usual settings.</param>
    public async Task<HostProcess> StartMonolithAsync(
        IReadOnlyDictionary<string, HostingMode> modes, IReadOnlyDictionary<string, string>? settings = null)
    {
        var connections = Database.Settings().Where(setting => !modes.Keys.Any(module => setting.Key.EndsWith($":{module}", StringComparison.Ordinal)))
            .Select(setting => KeyValuePair.Create(setting.Key, setting.Value!));
        var own = modes.Select(mode => KeyValuePair.Create($"Modules:{mode.Key}:Mode", mode.Value.ToString()));
        var host = HostProcess.Start(StartOf(HostProject.Monolith(Map), [.. connections, .. neighbours, .. own], settings ?? None));
        more.Add(host);
        await host.WaitUntilReadyAsync(LongestStart, CancellationToken.None);
        return host;
    }

    /// <summary>Starts one more instance of a module's service, at addresses of its own, and waits until it is ready.</summary>
    /// <param name="module">The module.</param>
    /// <param name="name">What <see cref="StartAgainAsync"/> and <see cref="Service"/> know it by, for example <c>search-2</c>.</param>
    public async Task StartReplicaAsync(string module, string name)
    {
        starts[name] = starts[module] with { Addresses = HostAddresses.Free(HostProject.Service(Map, module)) };
        hosts[name] = HostProcess.Start(starts[name]);
        await hosts[name].WaitUntilReadyAsync(LongestStart, CancellationToken.None);
    }

    /// <summary>Runs a verb of a host, beside the one that serves, to its end.</summary>
    /// <param name="name"><c>monolith</c>, a module, or a replica.</param>
    /// <param name="whileItRuns">What happens meanwhile; the process is running when it is called.</param>
    /// <param name="verb">The verb and its arguments.</param>
    /// <returns>The process, which has ended; its output and exit code can be read.</returns>
    public async Task<HostProcess> RunVerbAsync(string name, Func<HostProcess, Task> whileItRuns, params string[] verb)
    {
        var host = HostProcess.Start(starts[name] with { Arguments = verb });
        more.Add(host);
        await whileItRuns(host);
        await host.WaitForExitAsync(CancellationToken.None);
        return host;
    }

    /// <summary>Starts a host that was stopped or killed, at the addresses it had, and waits until it is ready.</summary>
    /// <param name="name"><c>monolith</c>, a module, or a replica.</param>
    /// <param name="change">What is different this time and from now on.</param>
    public async Task StartAgainAsync(string name, Func<HostStart, HostStart>? change = null)
    {
        await hosts[name].DisposeAsync();
        starts[name] = change?.Invoke(starts[name]) ?? starts[name];
        hosts[name] = HostProcess.Start(starts[name]);
        await hosts[name].WaitUntilReadyAsync(LongestStart, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(gateways.Select(gateway => gateway.DisposeAsync().AsTask()));
        await Task.WhenAll(hosts.Values.Concat(more).Select(host => host.DisposeAsync().AsTask()));
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private void Plan(IReadOnlyDictionary<string, string> settings)
    {
        var connections = Database.Settings().Select(setting => KeyValuePair.Create(setting.Key, setting.Value!)).ToList();
        var services = Map.Modules.Select(module => HostProject.Service(Map, module.Name)).ToDictionary(service => service, HostAddresses.Free);
        neighbours = services.Select(service => KeyValuePair.Create($"Modules:{service.Key.Name}:Url", service.Value.Internal.ToString())).ToList();
        starts["monolith"] = StartOf(HostProject.Monolith(Map), connections, settings);
        foreach (var (service, addresses) in services)
            starts[service.Name] = StartOf(service, [.. connections, .. neighbours], settings) with { Addresses = addresses };
    }

    private HostStart StartOf(
        HostProject project, IEnumerable<KeyValuePair<string, string>> own, IReadOnlyDictionary<string, string> different)
    {
        var settings = new Dictionary<string, string>(own)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Data:Folder"] = Folder,
            ["Shutdown:Drain"] = "00:00:00",
        };
        foreach (var (name, value) in different) settings[name] = value;
        var assembly = published is null
            ? project.BuiltAssembly(Repository.Root, Configuration)
            : Path.Combine(published, project.Name, project.AssemblyName + ".dll");
        return new(project.Name, assembly, HostAddresses.Free(project), settings);
    }
}
