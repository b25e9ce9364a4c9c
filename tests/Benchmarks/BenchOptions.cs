namespace MyThoughts.Benchmarks;

/// <summary>What to measure, and how long.</summary>
internal sealed record BenchOptions(string Published, string Json, int Rounds, TimeSpan WarmUp, TimeSpan Round)
{
    /// <summary>Reads <c>published-folder json-file [--quick]</c>.</summary>
    public static BenchOptions Read(string[] arguments) => arguments.Contains("--quick")
        ? new(arguments[0], arguments[1], 3, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3))
        : new(arguments[0], arguments[1], 5, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(15));
}
