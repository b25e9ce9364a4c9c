using MyThoughts.Support.Hosts;

/// <summary>Calls a verb of the monolith, which is what production, without an SDK, calls too.</summary>
internal static class Verb
{
    public static async Task<int> RunAsync(string verb, string[] arguments, CancellationToken stop)
    {
        await Build.HostsAsync(stop);
        var program = HostProject.Monolith(Repository.Map).BuiltAssembly(Repository.Root, Repository.Configuration);
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", [program, verb, .. arguments]) { WorkingDirectory = Path.GetDirectoryName(program)! };
        // Development unless told otherwise: there the database comes with the repository.
        start.Environment.TryAdd("ASPNETCORE_ENVIRONMENT", "Development");
        return await Command.ExitCodeAsync(start, stop);
    }
}
