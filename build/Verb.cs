using MyThoughts.Support.Hosts;

/// <summary>Calls a verb of the monolith or the gateway, which is what production, without an SDK, calls too.</summary>
internal static class Verb
{
    public static Task<int> RunAsync(string verb, string[] arguments, CancellationToken stop) =>
        RunAsync(verb, arguments, stop, HostProject.Monolith(Repository.Map));

    /// <summary>Brings every schema up to date: those of the modules, and the gateway's.</summary>
    public static Task<int> MigrateAsync(string[] arguments, CancellationToken stop) =>
        RunAsync("migrate", arguments, stop, HostProject.Monolith(Repository.Map), HostProject.Gateway(Repository.Map));

    private static async Task<int> RunAsync(string verb, string[] arguments, CancellationToken stop, params HostProject[] hosts)
    {
        // Development unless told otherwise: there the database comes with the repository.
        var isDevelopment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") is null or "Development";
        if (isDevelopment) await Prerequisite.EnsureAsync(stop, Prerequisite.PostgreSql);
        await Build.HostsAsync(stop);
        foreach (var host in hosts)
            if (await RunAsync(host, verb, arguments, stop) is var result and not 0) return result;
        return 0;
    }

    private static Task<int> RunAsync(HostProject host, string verb, string[] arguments, CancellationToken stop)
    {
        var program = host.BuiltAssembly(Repository.Root, Repository.Configuration);
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", [program, verb, .. arguments]) { WorkingDirectory = Path.GetDirectoryName(program)! };
        start.Environment.TryAdd("ASPNETCORE_ENVIRONMENT", "Development");
        return Command.ExitCodeAsync(start, stop);
    }
}
