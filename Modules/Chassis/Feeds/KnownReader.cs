namespace MyThoughts.Chassis.Feeds;

/// <summary>Somebody who follows a feed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Home">The database that its cursor is in; empty when it does not say.</param>
/// <param name="Applied">The last change that it has applied.</param>
/// <param name="LastSeen">When it asked last; null when it never has.</param>
internal sealed record KnownReader(string Name, string Home, FeedCursor Applied, DateTime? LastSeen)
{
    // A module that has moved to another database is soon there alone; one whose hosts are down for the night is waited for.
    private static readonly TimeSpan Moved = TimeSpan.FromHours(1);
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(1);

    public static string RowOf(string name, string home) => $"{name}@{home}";

    public static KnownReader OfRow(string row, FeedCursor applied, DateTime lastSeen) =>
        row.Split('@', 2) is [var name, var home] ? new(name, home, applied, lastSeen) : new(row, "", applied, lastSeen);

    /// <summary>
    /// Of all that is known under one name, what counts. Two databases may go by it, by mistake or while a schema moves to a new one: each
    /// shows what it has applied, so each is waited for. Whoever asks is in the row without a home too, where hosts of an earlier version
    /// look, and alone there when it is such a host.
    /// </summary>
    public static IEnumerable<KnownReader> InUse(IEnumerable<KnownReader> ofOneName)
    {
        var all = ofOneName.ToList();
        var newest = all.Max(reader => reader.LastSeen);
        var homes = all.Where(reader => reader.Home.Length > 0).ToList();
        return homes.Exists(reader => newest - reader.LastSeen < AtOnce)
            ? homes.Where(reader => newest - reader.LastSeen < Moved)
            : all.Where(reader => reader.Home.Length == 0);
    }

    /// <summary>Finds those that more than one database goes by at this time.</summary>
    public static IEnumerable<IGrouping<string, KnownReader>> WithSeveralHomes(IReadOnlyList<KnownReader> inUse) => inUse
        .Where(reader => inUse.Where(other => other.Name == reader.Name).Max(other => other.LastSeen) - reader.LastSeen < AtOnce)
        .GroupBy(reader => reader.Name)
        .Where(name => name.Count() > 1);

    public override string ToString() => Home.Length == 0 ? Name : RowOf(Name, Home);
}
