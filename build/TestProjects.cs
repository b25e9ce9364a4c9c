using System.Diagnostics;

/// <summary>Runs the test projects, which are built already.</summary>
internal static class TestProjects
{
    private const string Results = "artifacts/test-results";
    private static readonly TimeSpan LongestProject = TimeSpan.FromMinutes(15);

    public static async Task<TestResult> RunAsync(string? filter, IReadOnlyDictionary<string, string> environment, CancellationToken stop)
    {
        var total = new TestResult();
        foreach (var project in All())
        {
            var name = Path.GetFileNameWithoutExtension(project);
            Console.WriteLine($"{name}…");
            var watch = Stopwatch.StartNew();
            var result = await RunOneAsync(project, filter, environment, stop);
            Console.WriteLine($"{name}: {result} in {watch.Elapsed.TotalSeconds:0.0} s");
            total += result;
        }
        return total;
    }

    // The end-to-end tests last: when a smaller test fails too, it is the one to read.
    private static IOrderedEnumerable<string> All() =>
        Directory.EnumerateFiles(Repository.InRoot("tests"), "*.Tests.csproj", SearchOption.AllDirectories)
            .OrderBy(project => project.Contains("EndToEnd", StringComparison.Ordinal))
            .ThenBy(project => project, StringComparer.Ordinal);

    private static async Task<TestResult> RunOneAsync(
        string project, string? filter, IReadOnlyDictionary<string, string> environment, CancellationToken stop)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        var file = Repository.InRoot($"{Results}/{name}.trx");
        File.Delete(file);
        string[] narrowed = filter is null ? [] : ["--filter", filter];
        var start = new ProcessStartInfo(
            "dotnet",
            ["test", BuiltAssembly(project), "--logger", "console;verbosity=minimal", "--logger", $"trx;LogFileName={file}", "--nologo", .. narrowed])
        {
            WorkingDirectory = Repository.Root,
        };
        foreach (var (variable, value) in environment) start.Environment[variable] = value;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(LongestProject);
        var exitCode = await RunWithinAsync(start, name, limit.Token, stop);
        return File.Exists(file) ? TestResult.Read(file) : WithoutResults(name, exitCode, isFiltered: filter is not null);
    }

    private static async Task<int> RunWithinAsync(ProcessStartInfo start, string name, CancellationToken limit, CancellationToken stop)
    {
        try
        {
            return await Command.ExitCodeAsync(start, limit);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new TaskFailedException($"{name} did not end within {LongestProject.TotalMinutes} minutes.");
        }
    }

    // No result file: the run broke down, or it found nothing to run, which only a filter may cause.
    private static TestResult WithoutResults(string name, int exitCode, bool isFiltered)
    {
        if (exitCode == 0 && isFiltered) return new();
        Console.WriteLine(exitCode == 0 ? $"{name} holds no test." : $"{name} ended with exit code {exitCode} and no results.");
        return new(0, 1, 0);
    }

    private static string BuiltAssembly(string project) => Path.Combine(
        Path.GetDirectoryName(project)!, "bin", Repository.Configuration, "net10.0", Path.GetFileNameWithoutExtension(project) + ".dll");
}
