using System.Runtime.InteropServices;
using MyThoughts.Benchmarks;
using MyThoughts.Support.Hosts;

/// <summary>Measures the published system with tests/Benchmarks, or with <c>micro</c> its smallest parts with tests/MicroBenchmarks and tests/SearchSpeed.</summary>
internal static class Bench
{
    // What the hosts are compared with, as far as it is ours.
    private static readonly string[] Peers = ["Backend", "PlainProxy", "HandWritten"];

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
        // Before anything is built: a typing error should not cost minutes.
        if (BenchOptions.Read(arguments, out var problem) is not { } options) throw new TaskFailedException(problem);
        if (!OperatingSystem.IsLinux()) throw new TaskFailedException("it reads processor time from /proc, which only Linux has. Run it in a container, or in WSL.");
        await Prerequisite.EnsureAsync(stop, Prerequisite.PostgreSql, Prerequisite.Wrk, Prerequisite.HaProxy);
        await Publish.RunAsync([], stop);
        foreach (var peer in Peers) await PublishPeerAsync(peer, stop);
        if (options.Parts.Contains("start")) await TryPublishCompositeAsync(stop);
        try
        {
            await Command.RunAsync(
                "dotnet",
                ["run", "--project", "tests/Benchmarks", "--configuration", "Release", "--", Repository.InRoot(Publish.Folder), Repository.InRoot("artifacts"), .. arguments],
                "What was rejected, void or missed is named above.", stop);
        }
        finally
        {
            await DevelopmentData.StopTestServersAsync();
        }
        return 0;
    }

    // Minutes, and packages of the runtime that not every machine can have: without them, only this part gives no result.
    private static async Task TryPublishCompositeAsync(CancellationToken stop)
    {
        var folder = $"{Publish.Folder}/monolith-composite";
        // What an earlier run left there would be measured as if it were this code.
        if (Directory.Exists(Repository.InRoot(folder))) Directory.Delete(Repository.InRoot(folder), recursive: true);
        Console.WriteLine($"Publishing monolith, composite ReadyToRun, to {folder}; it takes minutes");
        try
        {
            await Command.RunQuietlyAsync(
                "dotnet",
                ["publish", HostProject.Monolith(Repository.Map).ProjectFile, "--configuration", "Release", "--runtime", $"linux-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}",
                    "--self-contained", "-p:PublishReadyToRun=true", "-p:PublishReadyToRunComposite=true", "--output", folder, "--verbosity", "quiet", "--nologo"],
                "Without it, the start cannot be compared.", stop);
        }
        catch (TaskFailedException failure)
        {
            Console.WriteLine(failure.Message);
        }
    }

    private static Task PublishPeerAsync(string name, CancellationToken stop) => Command.RunQuietlyAsync(
        "dotnet",
        ["publish", $"tests/Benchmarks/{name}", "--configuration", "Release", "--output", $"{Publish.Folder}/bench-{name}", "--verbosity", "quiet", "--nologo"],
        "Mend what the compiler says above.", stop);
}
