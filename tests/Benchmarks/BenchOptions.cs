namespace MyThoughts.Benchmarks;

/// <summary>What to measure, as the command line says.</summary>
/// <param name="Parts">The parts, in the order in which they run.</param>
/// <param name="IsQuick">Whether to look only whether it runs: short rounds, small data, and no result.</param>
internal sealed record BenchOptions(IReadOnlyList<string> Parts, bool IsQuick)
{
    public const string Usage = "bench [gateway|pages|api|search|feed|start|memory|all]... [--quick]";

    private const string Quick = "--quick";
    private const string Everything = "all";

    /// <summary>Every part there is, in order.</summary>
    public static readonly string[] All = ["gateway", "pages", "api", "search", "feed", "start", "memory"];

    /// <summary>Reads the command line; null when it makes no sense, and then the problem says why.</summary>
    public static BenchOptions? Read(IReadOnlyList<string> arguments, out string problem)
    {
        var parts = arguments.Where(argument => argument != Quick).ToList();
        var unknown = parts.Find(part => part != Everything && !All.Contains(part));
        problem = unknown is null ? "" : $"There is no '{unknown}' to measure. Usage: {Usage}";
        if (unknown is not null) return null;
        var isAll = parts.Count == 0 || parts.Contains(Everything);
        return new(isAll ? All : [.. All.Where(parts.Contains)], arguments.Contains(Quick));
    }
}
