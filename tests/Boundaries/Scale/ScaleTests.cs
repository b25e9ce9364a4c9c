using System.Diagnostics;
using MyThoughts.BoundaryCheck.CommandLine;
using MyThoughts.Support;

namespace MyThoughts.Boundaries.Tests.Scale;

/// <summary>How long the check takes, as a developer starts it: a process of its own.</summary>
[Category(Claim.Category), Category("boundaries"), NonParallelizable]
internal sealed class ScaleTests
{
    [Test]
    public async Task A_solution_of_many_projects_is_checked_whole()
    {
        using var solution = await GeneratedSolution.BuildAsync(Claim.Size(everyDay: 6, proof: 66));
        var (took, exitCode, said) = await RunAsync(solution.Root);
        exitCode.Should().Be(1);
        said.Split('\n').Count(line => line.Contains("[module-reference]", StringComparison.Ordinal) || line.Contains("[project-reference]", StringComparison.Ordinal)).Should().Be(solution.Violations, said);
        if (Claim.IsProof) took.Should().BeLessThan(TimeSpan.FromSeconds(90));
        Claim.Holds("The boundary check of a generated solution", $"{solution.Projects} projects in {took.TotalSeconds:0.0} s, {solution.Violations} planted violations found");
    }

    [Test]
    public async Task This_repository_is_checked_in_the_time_one_waits_for_it()
    {
        var (took, exitCode, said) = await RunAsync(Repository.Root);
        exitCode.Should().Be(0, said);
        if (Claim.IsProof) took.Should().BeLessThan(TimeSpan.FromSeconds(15));
        Claim.Holds("The boundary check of this repository", $"{took.TotalSeconds:0.0} s");
    }

    private static async Task<(TimeSpan Took, int ExitCode, string Said)> RunAsync(string root)
    {
        var watch = Stopwatch.StartNew();
        var start = new ProcessStartInfo("dotnet", [typeof(CheckRun).Assembly.Location, "--root", root]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (watch.Elapsed, process.ExitCode, said);
    }
}
