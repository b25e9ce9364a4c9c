using MyThoughts.Support;
using MyThoughts.Support.Hosts;

namespace MyThoughts.EndToEnd.Tests.Failures;

/// <summary>A deployment migrates from a job that has connection strings and nothing else.</summary>
internal sealed class ProductionMigrationTests
{
    private static readonly TimeSpan LongestMigration = TimeSpan.FromSeconds(60);

    private static IEnumerable<string> Modules => SystemUnderTest.Map.Modules.Select(module => module.Name);

    [TestCase("monolith"), TestCase("search"), TestCase("gateway")]
    public async Task Migrate_needs_connection_strings_alone(string name)
    {
        await using var database = await TestDatabase.CreateAsync();
        var settings = database.Settings().ToDictionary(setting => setting.Key, setting => setting.Value!);
        settings["ASPNETCORE_ENVIRONMENT"] = "Production";
        var project = HostProject.All(SystemUnderTest.Map).Single(host => host.Name == name);
        await using var host = HostProcess.Start(SystemUnderTest.StartOf(project, settings, "migrate"));
        using var limit = new CancellationTokenSource(LongestMigration);

        await host.WaitForExitAsync(limit.Token);

        host.ExitCode.Should().Be(0, "it wrote: {0}", host.Output);
        foreach (var module in name == "monolith" ? Modules : [name]) host.Output.Should().Contain($"{module}: applied 0001_");
    }
}
