/// <summary>Runs every test.</summary>
internal static class Test
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        await Prerequisite.EnsureAsync(stop, Prerequisite.PostgreSql, Prerequisite.Chromium);
        await Build.EverythingAsync(stop);
        var result = await TestProjects.RunAsync(filter: null, atATime: 2, new Dictionary<string, string>(), stop);
        Console.WriteLine(result);
        return result.ExitCode;
    }
}
