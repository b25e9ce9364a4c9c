using MyThoughts.Benchmarks.Core;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Benchmarks.Data;

/// <summary>The published monolith, as in production.</summary>
internal static class Monolith
{
    private static readonly HostProject Project = HostProject.Monolith(SystemUnderTest.Map);

    public static Task<HostProcess> StartAsync(
        Workbench bench, string folder, TestDatabase database, CancellationToken cancellationToken, params KeyValuePair<string, string>[] different) =>
        Launch.StartAsync(StartOf(bench.Host(Project), folder, database, "Production", different), cancellationToken);

    public static HostStart StartOf(string program, string folder, TestDatabase database, string environment, params KeyValuePair<string, string>[] different)
    {
        var settings = new Dictionary<string, string>(database.Settings().Select(setting => KeyValuePair.Create(setting.Key, setting.Value!)))
        {
            ["ASPNETCORE_ENVIRONMENT"] = environment,
            ["Data:Folder"] = folder,
            ["DataProtection:Folder"] = Path.Combine(folder, "monolith-keys"),
            ["Shutdown:Drain"] = "00:00:00",
            ["Logging:LogLevel:MyThoughts.Requests"] = "Warning",
        };
        foreach (var (name, value) in different) settings[name] = value;
        return new("monolith", program, HostAddresses.Free(Project), settings) { IsSilent = true };
    }

    /// <summary>Runs a verb to its end. In Development, since <c>seed</c> is refused in Production.</summary>
    public static async Task RunVerbAsync(Workbench bench, string folder, TestDatabase database, CancellationToken cancellationToken, params string[] verb)
    {
        var start = StartOf(bench.Host(Project), folder, database, "Development") with { Arguments = verb };
        await using var host = HostProcess.Start(start);
        await host.WaitForExitAsync(cancellationToken);
        if (host.ExitCode != 0) throw new VoidException($"`{string.Join(' ', verb)}` of the monolith failed: {host.Output}");
    }

    /// <summary>A database of its own, with nothing in it but tables.</summary>
    public static async Task<TestDatabase> EmptyDatabaseAsync(Workbench bench, string folder, CancellationToken cancellationToken)
    {
        var database = await TestDatabase.CreateAsync();
        await RunVerbAsync(bench, folder, database, cancellationToken, "migrate");
        return database;
    }
}
