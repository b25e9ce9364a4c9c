/// <summary>Measures the published system.</summary>
internal static class Bench
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        await Prerequisite.EnsureAsync(stop, Prerequisite.PostgreSql, Prerequisite.Wrk);
        await Publish.RunAsync([], stop);
        return 0;
    }
}
