using Dapper;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;
using Npgsql;

namespace MyThoughts.{{Name}}.Tests;

/// <summary>A database with two items in it and the module's service over it, shared by all tests. Tests only read.</summary>
[SetUpFixture]
internal sealed class TheModule
{
    public const string Older = "The older one";
    public const string Newer = "<b>The newer one</b> & \"quoted\" 😀";

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static DirectoryInfo folder = null!;
    private static TestDatabase database = null!;

    public static NpgsqlDataSource Source { get; private set; } = null!;
    public static HostProcess Service { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        folder = Directory.CreateTempSubdirectory("mythoughts-{{name}}-");
        database = await TestDatabase.CreateAsync({{Name}}Module.Definition);
        Source = database.DataSource({{Name}}Module.Name);
        await using (var connection = await Source.OpenConnectionAsync())
            foreach (var text in (string[])[Older, Newer]) await connection.ExecuteAsync("INSERT INTO {{name}}.item (text) VALUES (@Text)", new { Text = text });
        Service = await StartServiceAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (Service is not null) await Service.DisposeAsync();
        if (Source is not null) await Source.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    public static Task<HostProcess> StartServiceAsync() => StartAsync(HostProject.Service(TestCluster.Map, {{Name}}Module.Name), []);

    /// <summary>The monolith, with this module somewhere else: it gets no connection string for it.</summary>
    public static Task<HostProcess> StartMonolithAsync(HostingMode mode, Uri address) => StartAsync(HostProject.Monolith(TestCluster.Map), new()
    {
        ["Modules:{{name}}:Mode"] = mode.ToString(),
        ["Modules:{{name}}:Url"] = address.ToString(),
        ["ConnectionStrings:{{name}}"] = "",
    });

    private static async Task<HostProcess> StartAsync(HostProject project, Dictionary<string, string> different)
    {
        var settings = database.Settings().ToDictionary(setting => setting.Key, setting => setting.Value!);
        settings["ASPNETCORE_ENVIRONMENT"] = "Development";
        settings["Data:Folder"] = folder.FullName;
        settings["Shutdown:Drain"] = "00:00:00";
        foreach (var (name, value) in different) settings[name] = value;
        var host = HostProcess.Start(SystemUnderTest.StartOf(project, settings));
        try
        {
            await host.WaitUntilReadyAsync(LongestStart, CancellationToken.None);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }
}
