using System.Diagnostics;

/// <summary>Runs other programs.</summary>
internal static class Command
{
    /// <summary>Runs a program with our console, and fails when it does.</summary>
    public static async Task RunAsync(string program, string[] arguments, string advice, CancellationToken stop)
    {
        var exitCode = await ExitCodeAsync(new ProcessStartInfo(program, arguments) { WorkingDirectory = Repository.Root }, stop);
        if (exitCode != 0)
            throw new TaskFailedException($"`{program} {string.Join(' ', arguments)}` ended with exit code {exitCode}. {advice}");
    }

    public static async Task<int> ExitCodeAsync(ProcessStartInfo start, CancellationToken stop)
    {
        using var process = Process.Start(start) ?? throw new TaskFailedException($"{start.FileName} does not start.");
        try
        {
            await process.WaitForExitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return process.ExitCode;
    }

    /// <summary>Where a program is on the PATH, or null.</summary>
    public static string? Find(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string[] names = OperatingSystem.IsWindows() ? [program + ".exe"] : [program];
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
