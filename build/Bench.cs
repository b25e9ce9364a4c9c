/// <summary>Measures the published system with tests/Benchmarks, or with <c>micro</c> the gateway's decision alone with tests/MicroBenchmarks.</summary>
internal static class Bench
{
    public static Task<int> RunAsync(string[] arguments, CancellationToken stop) =>
        arguments is ["micro", .. var rest] ? RunMicroAsync(rest, stop) : RunSystemAsync(arguments, stop);

    private static async Task<int> RunMicroAsync(string[] arguments, CancellationToken stop)
    {
        await Command.RunAsync(
            "dotnet", ["run", "--project", "tests/MicroBenchmarks", "--configuration", "Release", "--", .. arguments], "What failed is named above.", stop);
        return 0;
    }

    private static async Task<int> RunSystemAsync(string[] arguments, CancellationToken stop)
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
