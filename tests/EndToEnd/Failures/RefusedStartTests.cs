using System.Net;
using System.Net.Sockets;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;

namespace MyThoughts.EndToEnd.Tests.Failures;

/// <summary>What an operator can mend stops a start with one line that says how, and leaves nothing running.</summary>
internal sealed class RefusedStartTests
{
    private static readonly TimeSpan LongestRefusal = TimeSpan.FromSeconds(60);

    [TestCase("monolith"), TestCase("search"), TestCase("gateway")]
    public async Task A_port_that_is_taken_is_named_with_the_setting_that_changes_it(string name)
    {
        using var folder = new TemporaryFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var line = await RefusalAsync(name, folder, ("Listen:Public", $"127.0.0.1:{port}"));

        line.Should().Contain($"{port}").And.Contain("Listen__Public");
        folder.HasPostgres().Should().BeFalse("a host that does not start leaves no server behind");
    }

    [Test]
    public async Task Missing_PostgreSQL_programs_are_named_with_the_way_to_get_them()
    {
        using var folder = new TemporaryFolder();

        var line = await RefusalAsync("monolith", folder, ("Postgres:Binaries", folder.Path));

        line.Should().Contain("PostgreSQL").And.Contain(folder.Path);
    }

    [Test]
    public async Task A_data_folder_that_cannot_be_written_is_named()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "a-file");
        await File.WriteAllTextAsync(file, "in the way");

        var line = await RefusalAsync("monolith", folder, ("Data:Folder", Path.Combine(file, "data")));

        line.Should().Contain("Data").And.Contain(file);
    }

    [TestCase("monolith", "Listen:Public", "everywhere"), TestCase("monolith", "Listen:Internal", "0.0.0.0:9000"), TestCase("search", "Modules:thoughts:Url", "no address")]
    [TestCase("monolith", "ConnectionStrings:thoughts", "nonsense"), TestCase("gateway", "Clusters:search:Protocol", "h3"), TestCase("gateway", "Clusters:platypus", "http2")]
    [TestCase("gateway", "Clusters:search:Destinations:1", "10.0.0.5"), TestCase("gateway", "State:File", "/nowhere/at/all/state.json"), TestCase("gateway", "Easing", "soon"), TestCase("gateway", "Overrides:Enabled", "maybe")]
    [TestCase("monolith", "Shutdown:Drain", "soon"), TestCase("search", "Lifetime:WatchStandardInput", "maybe"), TestCase("gateway", "ServedBy:Header", "maybe")]
    [TestCase("monolith", "Modules:search:Mode", "Remot"), TestCase("monolith", "Modules:users:Mode", "1"), TestCase("search", "Modules:search:Mode", "Remote"), TestCase("search", "Modules:users:Mode", "InProcess")]
    public async Task A_wrong_setting_is_named_with_an_example(string name, string setting, string value)
    {
        using var folder = new TemporaryFolder();

        var line = await RefusalAsync(name, folder, (setting, value));

        line.Should().Contain(setting);
    }

    [Test]
    public async Task Demo_data_is_refused_in_production()
    {
        using var folder = new TemporaryFolder();
        var database = await TestDatabase.CreateAsync();
        var settings = database.Settings().Select(setting => (setting.Key, setting.Value!));

        var line = await RefusalAsync("monolith", folder, [.. settings, ("ASPNETCORE_ENVIRONMENT", "Production"), ("DataProtection:Folder", folder.Path)], "seed");

        line.Should().Contain("Production");
        await database.DisposeAsync();
    }

    [TestCase("feed"), TestCase("reindex")]
    public async Task A_verb_for_a_schema_that_is_not_there_says_what_to_do_first(string verb)
    {
        using var folder = new TemporaryFolder();
        await using var database = await TestDatabase.CreateAsync();

        var line = await RefusalAsync("monolith", folder, [.. database.Settings().Select(setting => (setting.Key, setting.Value!))], verb);

        line.Should().Contain("users").And.Contain("run `migrate` first");
    }

    private static async Task<string> RefusalAsync(string name, TemporaryFolder folder, params (string Name, string Value)[] settings) =>
        await RefusalAsync(name, folder, settings, []);

    private static async Task<string> RefusalAsync(string name, TemporaryFolder folder, (string Name, string Value)[] settings, params string[] arguments)
    {
        var different = new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Data:Folder"] = folder.Path };
        foreach (var (setting, value) in settings) different[setting] = value;
        var project = HostProject.All(SystemUnderTest.Map).Single(host => host.Name == name);
        var errors = new List<string>();
        await using var host = HostProcess.Start(SystemUnderTest.StartOf(project, different, arguments), line => { if (line.IsError) lock (errors) errors.Add(line.Text); });
        using var limit = new CancellationTokenSource(LongestRefusal);

        await host.WaitForExitAsync(limit.Token);

        host.ExitCode.Should().NotBe(0, "it wrote: {0}", host.Output);
        host.Output.Should().NotContain("   at ", "a stack trace mends nothing");
        lock (errors) return errors.Should().ContainSingle().Subject;
    }
}
