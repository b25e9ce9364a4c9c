using MyThoughts.Support.Hosts;

/// <summary>Calls a verb of the monolith or the gateway, which is what production, without an SDK, calls too.</summary>
internal static class Verb
{
    public static Task<int> RunAsync(string verb, string[] arguments, CancellationToken stop) =>
        RunAsync(HostProject.Monolith(Repository.Map), verb, arguments, stop);

    /// <summary>Brings every schema up to date: those of the modules, and the gateway's.</summary>
    public static async Task<int> MigrateAsync(string[] arguments, CancellationToken stop)
    {
        var result = await RunAsync("migrate", arguments, stop);
        return result == 0 ? await RunAsync(HostProject.Gateway(Repository.Map), "migrate", arguments, stop) : result;
    }

    private static async Task<int> RunAsync(HostProject host, string verb, string[] arguments, CancellationToken stop)
    {
        // Development unless told otherwise: there the database comes with the repository.
        var isDevelopment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") is null or "Development";
        if (isDevelopment) await Prerequisite.EnsureAsync(stop, Prerequisite.PostgreSql);
        await Build.HostsAsync(stop);
        var program = host.BuiltAssembly(Repository.Root, Repository.Configuration);
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", [program, verb, .. arguments]) { WorkingDirectory = Path.GetDirectoryName(program)! };
        start.Environment.TryAdd("ASPNETCORE_ENVIRONMENT", "Development");
        return await Command.ExitCodeAsync(start, stop);
    }
}
