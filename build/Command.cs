using System.Diagnostics;
using MyThoughts.Support.Hosts;

/// <summary>Runs other programs.</summary>
internal static class Command
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(15);

    /// <summary>Runs a program with our console, and fails when it does.</summary>
    public static async Task RunAsync(string program, string[] arguments, string advice, CancellationToken stop)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Repository.Root };
        var exitCode = await ExitCodeAsync(start, stop);
        if (exitCode != 0) throw Failed(start, exitCode, advice);
    }

    /// <summary>Runs a program whose output matters only when it fails.</summary>
    public static async Task RunQuietlyAsync(string program, string[] arguments, string advice, CancellationToken stop)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true };
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync(stop);
        if (await ExitCodeAsync(process, stop) == 0) return;
        Console.WriteLine(await output);
        throw Failed(start, process.ExitCode, advice);
    }

    public static async Task<int> ExitCodeAsync(ProcessStartInfo start, CancellationToken stop)
    {
        using var process = Start(start);
        return await ExitCodeAsync(process, stop);
    }

    private static async Task<int> ExitCodeAsync(Process process, CancellationToken stop)
    {
        try
        {
            await process.WaitForExitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            await EndAsync(process);
            throw;
        }
        return process.ExitCode;
    }

    // Asked first: a program that may clean up leaves no PostgreSQL behind.
    private static async Task EndAsync(Process process)
    {
        Termination.Ask(process);
        using var limit = new CancellationTokenSource(OperatingSystem.IsWindows() ? TimeSpan.Zero : LongestStop);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>Where a program is on the PATH, or null.</summary>
    public static string? Find(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string[] names = OperatingSystem.IsWindows() ? [program + ".exe"] : [program];
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    private static Process Start(ProcessStartInfo start) =>
        Process.Start(start) ?? throw new TaskFailedException($"{start.FileName} does not start.");

    private static TaskFailedException Failed(ProcessStartInfo start, int exitCode, string advice) =>
        new($"`{start.FileName} {string.Join(' ', start.ArgumentList)}` ended with exit code {exitCode}. {advice}");
}
