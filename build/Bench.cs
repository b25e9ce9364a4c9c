/// <summary>Measures the published system with tests/Benchmarks.</summary>
internal static class Bench
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        await Prerequisite.EnsureAsync(stop, Prerequisite.PostgreSql, Prerequisite.Wrk);
        await Publish.RunAsync([], stop);
        var json = $"artifacts/bench/{DateTime.UtcNow:yyyyMMdd-HHmmss}.json";
        try
        {
            await Command.RunAsync(
                "dotnet",
                ["run", "--project", "tests/Benchmarks", "--configuration", "Release", "--", Repository.InRoot(Publish.Folder), Repository.InRoot(json), .. arguments],
                "An arm with failures, or a host that did not start, is named above.", stop);
        }
        finally
        {
            await DevelopmentData.StopTestServersAsync();
        }
        Console.WriteLine($"The same for programs: {json}");
        return 0;
    }
}
