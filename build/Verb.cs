using MyThoughts.Support.Hosts;

/// <summary>Calls a verb of the monolith, which is what production, without an SDK, calls too.</summary>
internal static class Verb
{
    public static async Task<int> RunAsync(string verb, string[] arguments, CancellationToken stop)
    {
        // Development unless told otherwise: there the database comes with the repository.
        var isDevelopment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") is null or "Development";
        if (isDevelopment) await Prerequisite.EnsureAsync(stop, Prerequisite.PostgreSql);
        await Build.HostsAsync(stop);
        var program = HostProject.Monolith(Repository.Map).BuiltAssembly(Repository.Root, Repository.Configuration);
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", [program, verb, .. arguments]) { WorkingDirectory = Path.GetDirectoryName(program)! };
        start.Environment.TryAdd("ASPNETCORE_ENVIRONMENT", "Development");
        return await Command.ExitCodeAsync(start, stop);
    }
}
