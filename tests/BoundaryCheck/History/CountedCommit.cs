namespace MyThoughts.BoundaryCheck.History;

/// <summary>A commit that says something about the solution.</summary>
/// <param name="Id">Its hash.</param>
/// <param name="Month">When it was written, in UTC.</param>
/// <param name="Units">The parts that it changed.</param>
/// <param name="Chassis">What it did to the code of the chassis, in lines.</param>
internal sealed record CountedCommit(string Id, Month Month, IReadOnlySet<Unit> Units, Lines Chassis)
{
    /// <summary>The modules that it changed, their own code or their contracts.</summary>
    public IEnumerable<string> Modules => Units.Select(unit => unit.Module).OfType<string>().Distinct();

    public bool Touches(UnitKind kind, string? module = null) => Units.Contains(new(kind, module));
}

/// <summary>Lines added and removed.</summary>
internal sealed record Lines(int Added, int Removed)
{
    public static readonly Lines None = new(0, 0);

    public int Churn => Added + Removed;

    public int Net => Added - Removed;

    public static Lines operator +(Lines left, Lines right) => new(left.Added + right.Added, left.Removed + right.Removed);
}

/// <summary>A month of the calendar.</summary>
internal readonly record struct Month(int Year, int Number) : IComparable<Month>
{
    public static Month Of(DateTimeOffset time) => new(time.UtcDateTime.Year, time.UtcDateTime.Month);

    public Month Next => Number == 12 ? new(Year + 1, 1) : new(Year, Number + 1);

    public int CompareTo(Month other) => (Year, Number).CompareTo((other.Year, other.Number));

    public override string ToString() => $"{Year:0000}-{Number:00}";
}
