using System.ComponentModel;
using System.Diagnostics;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Chassis.Database.Embedded;

// Runs initdb and pg_ctl, which refuse to work for root: then the `postgres` user does it.
internal static class PostgresProgram
{
    private const string User = "postgres";
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(2);

    public static bool RunsAsOtherUser => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    public static Task<ProgramResult> RunAsync(string program, string workingFolder, params IEnumerable<string> arguments) =>
        RunsAsOtherUser
            ? RunPlainAsync("runuser", workingFolder, ["-u", User, "--", program, .. arguments])
            : RunPlainAsync(program, workingFolder, arguments);

    public static async Task GiveToUserAsync(string folder)
    {
        if (!RunsAsOtherUser) return;
        var result = await RunPlainAsync("chown", folder, ["-R", $"{User}:", folder]);
        if (!result.Succeeded) throw new SettingException(
            $"PostgreSQL does not run as root and cannot be started as user {User}: {result.Output}. Run as an ordinary user.");
    }

    // Not cancelled from outside: a server that nobody holds would stay behind. The time limit bounds it.
    private static async Task<ProgramResult> RunPlainAsync(string program, string workingFolder, IEnumerable<string> arguments)
    {
        using var process = Start(program, workingFolder, arguments);
        process.StandardInput.Close();
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeLimit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return new(false, $"{program} did not end within {TimeLimit.TotalMinutes} minutes");
        }

        // On Windows the server inherits the pipes, and they would not end before it does.
        await Task.WhenAny(output, Task.Delay(TimeSpan.FromSeconds(1)));
        return new(process.ExitCode == 0, output.IsCompletedSuccessfully ? string.Concat(output.Result).Trim() : "");
    }

    private static Process Start(string program, string workingFolder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // PGDATA, PGPORT and their like would redirect the programs; settings of ours may be secrets.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal) || name.Contains("__", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new SettingException($"Cannot run {program} to start PostgreSQL: {exception.Message}. Install it, or set the connection strings.");
        }
    }
}

internal sealed record ProgramResult(bool Succeeded, string Output);
