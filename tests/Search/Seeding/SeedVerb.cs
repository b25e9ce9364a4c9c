using MyThoughts.Support;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Search.Tests.Seeding;

/// <summary>A database of its own that the verb <c>seed</c> of the monolith fills, as people call it.</summary>
internal sealed class SeedVerb : IAsyncDisposable
{
    private static readonly TimeSpan LongestSeed = TimeSpan.FromMinutes(20);
    private readonly string folder = Directory.CreateTempSubdirectory("mythoughts-seed-").FullName;

    private SeedVerb(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public static async Task<SeedVerb> CreateAsync() => new(await TestDatabase.CreateAsync());

    /// <summary>Runs the verb to its end.</summary>
    public async Task<HostProcess> RunAsync(params string[] arguments)
    {
        var host = Start(arguments);
        using var limit = new CancellationTokenSource(LongestSeed);
        await host.WaitForExitAsync(limit.Token);
        return host;
    }

    public HostProcess Start(params string[] arguments)
    {
        var settings = new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Data:Folder"] = folder };
        foreach (var (name, value) in Database.Settings()) settings[name] = value!;
        return HostProcess.Start(SystemUnderTest.StartOf(HostProject.Monolith(SystemUnderTest.Map), settings, arguments));
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
