using MyThoughts.Benchmarks.Core;

namespace MyThoughts.Benchmarks.Search;

/// <summary>What searching at one size gave.</summary>
/// <param name="Rounds">The rounds.</param>
/// <param name="Classes">An arm for each class of words, and for each class of parts of words.</param>
/// <param name="WordNames">Those of them that are whole words.</param>
/// <param name="Scan">The query without an index.</param>
internal sealed record SizedSearch(Rounds Rounds, IReadOnlyDictionary<string, Arm> Classes, IReadOnlyList<string> WordNames, Arm Scan)
{
    /// <summary>The living classes of words.</summary>
    public IReadOnlyList<string> Words => [.. WordNames.Where(name => name != Data.WordClasses.Dead)];

    /// <summary>The worst of some classes against another, round by round.</summary>
    public Row Worst(Target target, IReadOnlyList<string> names, string against)
    {
        var rows = names.Where(name => name != against).Select(name => Rounds.Compare(target, Classes[name], Classes[against], one => one.P99)).ToList();
        return Extreme(target, rows, Enumerable.Max);
    }

    /// <summary>The scan against the worst part of a word, round by round.</summary>
    public Row AgainstScan(Target target)
    {
        var rows = Classes.Where(entry => !WordNames.Contains(entry.Key)).Select(entry => Rounds.Compare(target, Scan, entry.Value, (scan, part) => scan.P50 / part.P99)).ToList();
        return Extreme(target, rows, Enumerable.Min);
    }

    private static Row Extreme(Target target, List<Row> rows, Func<IEnumerable<double>, double> pick) => rows is [] ? new(target, []) : new(
        target, [.. Enumerable.Range(0, rows.Min(row => row.Rounds.Count)).Select(round => pick(rows.Select(row => row.Rounds[round])))],
        rows.Select(row => row.Rejected).FirstOrDefault(reason => reason is not null))
    {
        Arms = [.. rows.SelectMany(row => row.Arms).Distinct()],
    };
}
