using System.Collections.Concurrent;
using System.Diagnostics;

/// <summary>Runs the test projects, which are built already.</summary>
internal static class TestProjects
{
    private const string Results = "artifacts/test-results";
    private static readonly TimeSpan LongestProject = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestProof = TimeSpan.FromMinutes(60);

    /// <summary>Runs those tests of every project that a filter lets pass.</summary>
    /// <param name="filter">As <c>dotnet test</c> understands it; null for all.</param>
    /// <param name="atATime">How many projects run side by side. The end-to-end tests always run alone: they take all there is.</param>
    /// <param name="environment">What the tests find in their environment.</param>
    /// <param name="stop">Ends the run.</param>
    public static async Task<TestResult> RunAsync(
        string? filter, int atATime, IReadOnlyDictionary<string, string> environment, CancellationToken stop)
    {
        Directory.CreateDirectory(Repository.InRoot(Results));
        try
        {
            // Those last: when a smaller test fails too, it is the one to read.
            var projects = All().ToLookup(project => project.Contains("EndToEnd", StringComparison.Ordinal));
            return await RunAllAsync(projects[false], atATime) + await RunAllAsync(projects[true], atATime: 1);
        }
        finally
        {
            await DevelopmentData.StopTestServersAsync();
        }

        async Task<TestResult> RunAllAsync(IEnumerable<string> projects, int atATime)
        {
            var results = new ConcurrentBag<TestResult>();
            await Parallel.ForEachAsync(projects, new ParallelOptions { MaxDegreeOfParallelism = atATime, CancellationToken = stop },
                async (project, token) => results.Add(await RunOneAsync(project, filter, environment, token)));
            return results.Aggregate(new TestResult(), (left, right) => left + right);
        }
    }

    private static IOrderedEnumerable<string> All() =>
        Directory.EnumerateFiles(Repository.InRoot("tests"), "*.Tests.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static async Task<TestResult> RunOneAsync(
        string project, string? filter, IReadOnlyDictionary<string, string> environment, CancellationToken stop)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        Console.WriteLine($"{name}…");
        var watch = Stopwatch.StartNew();
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
        var longest = filter is null ? LongestProject : LongestProof;
        limit.CancelAfter(longest);
        var exitCode = await RunWithinAsync(start, name, longest, limit.Token, stop);
        var result = Judge(name, File.Exists(file) ? TestResult.Read(file) : new(), exitCode, isFiltered: filter is not null);
        Console.WriteLine($"{name}: {result} in {watch.Elapsed.TotalSeconds:0.0} s");
        return result;
    }

    private static async Task<int> RunWithinAsync(
        ProcessStartInfo start, string name, TimeSpan longest, CancellationToken limit, CancellationToken stop)
    {
        try
        {
            return await Command.ExitCodeAsync(start, limit);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new TaskFailedException($"{name} did not end within {longest.TotalMinutes} minutes.");
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
