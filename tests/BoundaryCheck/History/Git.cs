using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace MyThoughts.BoundaryCheck.History;

/// <summary>Runs git in a folder, without a shell and never for longer than a limit.</summary>
/// <param name="folder">Where.</param>
/// <param name="program">The program; a name is looked for on the PATH.</param>
/// <param name="limit">How long one call may take.</param>
internal sealed class Git(string folder, string program, TimeSpan limit)
{
    // A hook that runs the check points these at its own repository, which may not be the one in question.
    private static readonly string[] OfTheCaller = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"];

    /// <summary>The output of a call.</summary>
    /// <exception cref="GitFailedException">There is no git, it failed, or it took too long.</exception>
    public string Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new GitFailedException($"git took longer than {limit.TotalSeconds:0} s");
        }
        if (process.ExitCode == 0) return output.GetAwaiter().GetResult();
        var said = errors.GetAwaiter().GetResult().Trim().Split('\n')[0].Trim();
        throw new GitFailedException(said.Contains("not a git repository", StringComparison.Ordinal) ? "there is no git repository" : $"git says: {said}");
    }

    private Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
            Environment = { ["LC_ALL"] = "C", ["GIT_OPTIONAL_LOCKS"] = "0" },
        };
        foreach (var name in OfTheCaller) start.Environment.Remove(name);
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new GitFailedException("there is no git on the PATH");
        }
    }
}

/// <summary>Git gave no answer; the message says why, in one line.</summary>
internal sealed class GitFailedException(string message) : Exception(message);
