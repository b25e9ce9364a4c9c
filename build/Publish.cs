/// <summary>Publishes every host in Release.</summary>
internal static class Publish
{
    public const string Folder = "artifacts/publish";

    public static async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        foreach (var host in Repository.Hosts)
        {
            Console.WriteLine($"Publishing {host.Name} to {Folder}/{host.Name}");
            await Command.RunQuietlyAsync(
                "dotnet",
                ["publish", host.ProjectFile, "--configuration", "Release", "--output", $"{Folder}/{host.Name}",
                    "--verbosity", "quiet", "--nologo"],
                "Mend what the compiler says above.", stop);
        }
        return 0;
    }
}
