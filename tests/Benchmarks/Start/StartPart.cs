using MyThoughts.Benchmarks.Core;
using MyThoughts.Benchmarks.Data;
using MyThoughts.Support.Hosts;
using MyThoughts.Support;

namespace MyThoughts.Benchmarks.Start;

/// <summary>How long it takes until the monolith answers, compiled ahead of time as a whole and compiled as it goes.</summary>
internal static class StartPart
{
    private static readonly Target Composite = new("start to the first 200, composite ReadyToRun, against JIT", 0.70, 0.55);

    public static async Task<PartResult> RunAsync(Workbench bench, CancellationToken cancellationToken)
    {
        var project = HostProject.Monolith(SystemUnderTest.Map);
        var compiled = Path.Combine(bench.Published, "monolith-composite", project.AssemblyName);
        if (!File.Exists(compiled)) return PartResult.Nothing("start", "there is no composite ReadyToRun build of the monolith: what its publishing said stands above.");
        await using var scope = new Scope();
        var folder = scope.Add(new TemporaryFolder());
        var database = scope.Add(await Monolith.EmptyDatabaseAsync(bench, folder.Path, cancellationToken));
        var ahead = new Arm("composite ReadyToRun, self-contained", new FirstAnswer(Monolith.StartOf(compiled, folder.Path, database, "Production")));
        var asItGoes = new Arm("JIT", new FirstAnswer(Monolith.StartOf(bench.Host(project), folder.Path, database, "Production")));
        var rounds = await Rounds.RunAsync([ahead, asItGoes], bench.Pace, cancellationToken);
        return new("start", [rounds.Compare(Composite, ahead, asItGoes, one => one.P50)], [rounds[ahead], rounds[asItGoes]],
            ["p50 and p99 are milliseconds from the start of the process to a page of everybody's thoughts. The files are in the system's cache."]);
    }
}
