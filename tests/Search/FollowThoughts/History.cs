using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Search.Tests.FollowThoughts;

/// <summary>What went wrong on the way from the feed to a reader, counted in states of rows.</summary>
internal sealed record Verdict(int Lost, int Twice, int OutOfOrder)
{
    public override string ToString() => $"{Lost} lost, {Twice} applied twice, {OutOfOrder} out of cursor order";
}

/// <summary>
/// Everything that was committed, to hold against it what a reader did. A row that changed twice may come once, at its last state: what
/// was overtaken may be missing, but never come late or twice.
/// </summary>
internal sealed class History
{
    private readonly Dictionary<(long Id, string? Text), RowVersion> versions;
    private readonly List<RowVersion> last;

    public History(IReadOnlyCollection<RowVersion> written)
    {
        versions = written.ToDictionary(version => (version.Id, version.Text));
        last = [.. written.GroupBy(version => version.Id).Select(row => row.MaxBy(version => version.Cursor)!)];
    }

    /// <summary>Judges the read model by its own transactions and by what it holds in the end.</summary>
    public Verdict Judge(IReadOnlyList<Audit.Move> moves, Dictionary<long, string> found)
    {
        var applied = new Dictionary<RowVersion, int>();
        var (outOfOrder, at) = (0, moves[0].From);
        foreach (var move in moves)
        {
            if (move.From != at || move.To <= move.From) outOfOrder++;
            at = move.To;
            foreach (var row in move.Rows)
            {
                var version = versions[row];
                applied[version] = applied.GetValueOrDefault(version) + 1;
                if (version.Cursor <= move.From || version.Cursor > move.To) outOfOrder++;
            }
        }
        // A thought that was posted and deleted between two looks is not written at all.
        var lost = last.Count(version => found.GetValueOrDefault(version.Id) != version.Text || (version.Text is not null && !applied.ContainsKey(version)));
        return new(lost, applied.Values.Count(times => times > 1), outOfOrder);
    }

    /// <summary>Judges a reader by what it was told, of these rows and of others.</summary>
    public Verdict Judge(IReadOnlyList<ThoughtChange> told)
    {
        var places = told.Select(change => change.Cursor).ToList();
        var outOfOrder = places.Zip(places.Skip(1)).Count(pair => pair.First >= pair.Second)
            + told.Count(change => versions.TryGetValue((change.Id, change.Thought?.Text), out var version) && version.Cursor != change.Cursor);
        return new(last.ExceptBy(places, version => version.Cursor).Count(), places.Count - places.Distinct().Count(), outOfOrder);
    }
}
