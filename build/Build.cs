/// <summary>Builds what a task needs.</summary>
internal static class Build
{
    public static Task HostsAsync(CancellationToken stop) => RunAsync(Repository.HostsOnly, stop);

    public static Task EverythingAsync(CancellationToken stop) => RunAsync(Repository.Solution, stop);

    private static Task RunAsync(string what, CancellationToken stop)
    {
        Console.Error.WriteLine("Building…");
        return Command.RunQuietlyAsync(
            "dotnet",
            ["build", what, "--configuration", Repository.Configuration, "--verbosity", "quiet", "--nologo"],
            "Mend what the compiler says above.", stop);
    }
}
