using BenchmarkDotNet.Attributes;
using MyThoughts.Search.Language;

namespace MyThoughts.Search.SpeedTests;

/// <summary>What understanding a search costs, before the database is asked.</summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class QueryParsingBenchmarks
{
    private readonly string twoWords = "duck billed";
    private readonly string operators = "\"duck billed\" OR platypus -mammal from:@bruce after:2026-01-01 before:2026-02";

    // As many terms as fit into the longest text, each alternating with the next, and every second one excluded: more than are kept.
    private readonly string manyTerms = string.Join(' ', Enumerable.Range(0, 84).Select(place => place % 2 == 0 ? "-a" : "OR"))[..250];

    /// <summary>A plain text: one thing to look for.</summary>
    /// <returns>How many conditions it makes.</returns>
    [Benchmark]
    public int Plain() => QueryParser.Parse(twoWords).Conditions.Count;

    /// <summary>A query with one of each operator.</summary>
    /// <returns>How many conditions it makes.</returns>
    [Benchmark]
    public int EveryOperator() => QueryParser.Parse(operators).Conditions.Count;

    /// <summary>The longest text, full of the shortest terms.</summary>
    /// <returns>How many conditions it makes.</returns>
    [Benchmark]
    public int WorstCase() => QueryParser.Parse(manyTerms).Conditions.Count;
}
