using System.Diagnostics;

/// <summary>Runs the test projects, which are built already.</summary>
internal static class TestProjects
{
    private const string Results = "artifacts/test-results";
    private static readonly TimeSpan LongestProject = TimeSpan.FromMinutes(15);

    public static async Task<TestResult> RunAsync(string? filter, IReadOnlyDictionary<string, string> environment, CancellationToken stop)
    {
        Directory.CreateDirectory(Repository.InRoot(Results));
        var total = new TestResult();
        try
        {
            foreach (var project in All())
            {
                var name = Path.GetFileNameWithoutExtension(project);
                Console.WriteLine($"{name}…");
                var watch = Stopwatch.StartNew();
                var result = await RunOneAsync(project, filter, environment, stop);
                Console.WriteLine($"{name}: {result} in {watch.Elapsed.TotalSeconds:0.0} s");
                total += result;
            }
        }
        finally
        {
            await DevelopmentData.StopTestServersAsync();
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
        return Judge(name, File.Exists(file) ? TestResult.Read(file) : new(), exitCode, isFiltered: filter is not null);
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

    // A run that broke down, and a project in which nothing is tested, must not pass for success.
    private static TestResult Judge(string name, TestResult result, int exitCode, bool isFiltered)
    {
        var problem = exitCode != 0 && result.Failed == 0 ? $"ended with exit code {exitCode}"
            : result == new TestResult() && !isFiltered ? "holds no test"
            : null;
        if (problem is null) return result;
        Console.WriteLine($"{name} {problem}.");
        return result with { Failed = result.Failed + 1 };
    }

    private static string BuiltAssembly(string project) => Path.Combine(
        Path.GetDirectoryName(project)!, "bin", Repository.Configuration, "net10.0", Path.GetFileNameWithoutExtension(project) + ".dll");
}
