using System.Diagnostics;
using MyThoughts.Support;

namespace MyThoughts.Boundaries.Tests.NewModule;

/// <summary>What a program did.</summary>
internal sealed record Run(int ExitCode, string Output, string Errors)
{
    public override string ToString() => $"exit code {ExitCode}\n{Output}\n{Errors}";
}

/// <summary>The repository without anything built, in a folder where a test may write. It takes all that was made there with it.</summary>
internal sealed class RepositoryCopy : IAsyncDisposable
{
    private static readonly string[] NotCopied = [".data", ".git", ".idea", ".vs", "artifacts", "bin", "obj", "TestResults"];
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan LongestLastWords = TimeSpan.FromSeconds(10);

    public RepositoryCopy()
    {
        Copy(new(Repository.Root), Root);
        Directory.CreateDirectory(DataOfPrograms);
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("mythoughts-copy-").FullName;

    // Where the SDK keeps what it compiled of build.cs: in the copy, so that it goes with it.
    private string DataOfPrograms => In("artifacts/dotnet");

    public string In(string path) => Path.Combine(Root, path);

    /// <summary>Every file that is no output of a build, with what is in it.</summary>
    public Dictionary<string, string> Content() => Files(new(Root)).ToDictionary(file => Path.GetRelativePath(Root, file.FullName), file => File.ReadAllText(file.FullName));

    /// <summary>Runs a task of the copy as people do.</summary>
    public Task<Run> TaskAsync(params string[] arguments) => RunAsync("run", ["build.cs", .. arguments]);

    /// <summary>Runs a command of the SDK there. One that does not end in time is ended, with all it started.</summary>
    public async Task<Run> RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(StartInfo([command, .. arguments]))!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(LongestRun);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"`dotnet {command} {string.Join(' ', arguments)}` did not end within {LongestRun.TotalMinutes:0} minutes.");
        }
        return new(process.ExitCode, await output.WaitAsync(LongestLastWords), await errors.WaitAsync(LongestLastWords));
    }

    public async ValueTask DisposeAsync()
    {
        // Its tests had PostgreSQL, whose files may lie elsewhere: the task knows where.
        var clean = Directory.Exists(In(".data")) ? await TaskAsync("clean") : null;
        Directory.Delete(Root, recursive: true);
        if (clean is { ExitCode: not 0 }) throw new InvalidOperationException($"What the tests of a copy left could not be removed: {clean}");
    }

    private ProcessStartInfo StartInfo(string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = Root, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // There is no git to ask, and nobody will need the processes of the build again.
        start.Environment["BuildCommit"] = start.Environment["BuildVersion"] = "copy";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["XDG_DATA_HOME"] = DataOfPrograms;
        return start;
    }

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) => folder.EnumerateFiles().Where(file => !NotCopied.Contains(file.Name))
        .Concat(folder.EnumerateDirectories().Where(child => !NotCopied.Contains(child.Name)).SelectMany(Files));

    private static void Copy(DirectoryInfo from, string to)
    {
        foreach (var file in Files(from))
        {
            var path = Path.Combine(to, Path.GetRelativePath(from.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            file.CopyTo(path);
        }
    }
}
