using System.Diagnostics;
using System.Text.RegularExpressions;
using MyThoughts.BoundaryCheck;
using MyThoughts.BoundaryCheck.CommandLine;
using MyThoughts.Support;

namespace MyThoughts.Boundaries.Tests.Violations;

/// <summary>A copy of the solution below <c>Planted</c>, built where no settings of this repository reach it.</summary>
internal sealed partial class PlantedSolution : IDisposable
{
    private PlantedSolution(string root) => Root = root;

    public string Root { get; }

    public CheckOptions Options => new(Root, Path.Combine(Root, "Modules", "modules.json"));

    private static readonly Lazy<Task<PlantedSolution>> ForAll = new(BuildAsync);

    /// <summary>The one that nobody changes.</summary>
    public static Task<PlantedSolution> SharedAsync() => ForAll.Value;

    /// <summary>Takes the shared one away when the last test has run.</summary>
    public static async Task DisposeSharedAsync()
    {
        if (ForAll.IsValueCreated) (await ForAll.Value).Dispose();
    }

    public static async Task<PlantedSolution> BuildAsync()
    {
        var solution = new PlantedSolution(Directory.CreateTempSubdirectory("planted-").FullName);
        Copy(Path.Combine(Repository.Root, "tests", "Boundaries", "Planted"), solution.Root);
        await solution.DotnetAsync("build", "Acme.slnx", "--verbosity", "quiet", "--nologo");
        return solution;
    }

    /// <summary>Every line that says of itself what it breaks.</summary>
    public IEnumerable<string> Marked(string kind) =>
        from path in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        where !Generated().IsMatch(path) && Path.GetExtension(path) is ".cs" or ".cshtml" or ".sql" or ".csproj" or ".json" or ".razor" or ".props"
        from line in File.ReadAllLines(path).Index()
        from Match mark in Mark().Matches(line.Item)
        where mark.Groups["kind"].Value == kind
        from rule in mark.Groups["rules"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select $"{Path.GetRelativePath(Root, path).Replace('\\', '/')}({line.Index + (mark.Groups["below"].Success ? 2 : 1)}) {rule}";

    public Task<CheckResult> CheckAsync() => Check.RunAsync(Options, CancellationToken.None);

    /// <summary>Runs the check as from a command line.</summary>
    /// <returns>The exit code, and what was said.</returns>
    public async Task<(int ExitCode, string Said)> RunAsync(bool isCi, params string[] arguments)
    {
        using var said = new StringWriter();
        var exitCode = await new CheckRun(said, said, isCi).RunAsync(["--root", Root, .. arguments], CancellationToken.None);
        return (exitCode, said.ToString());
    }

    public string PathOf(string file) => Path.Combine(Root, file);

    /// <summary>Writes a file, and does not build it.</summary>
    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    public async Task DotnetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Root, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, output);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [GeneratedRegex(@"[/\\](bin|obj)[/\\]")]
    private static partial Regex Generated();

    [GeneratedRegex(@"(?<kind>planted|missed)(?<below> below)?: (?<rules>[a-z\- ]+?)\s*(\*@|-->|$)")]
    private static partial Regex Mark();
}
