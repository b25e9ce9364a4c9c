/// <summary>Runs every test.</summary>
internal static class Test
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        Prerequisite[] forLinux = OperatingSystem.IsLinux() ? [Prerequisite.Wrk] : [];
        await Prerequisite.EnsureAsync(stop, [Prerequisite.PostgreSql, Prerequisite.Chromium, .. forLinux]);
        await Build.EverythingAsync(stop);
        // What the runtime learns of a process that lives two minutes pays off for nobody, and costs a fifth of the time.
        var environment = new Dictionary<string, string> { ["DOTNET_TieredPGO"] = "0" };
        var result = await TestProjects.RunAsync(filter: null, atATime: 2, environment, stop);
        Console.WriteLine(result);
        return result.ExitCode;
    }
}
