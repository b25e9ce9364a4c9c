namespace MyThoughts.Benchmarks.Core;

/// <summary>What a part gave.</summary>
/// <param name="Part">Its name.</param>
/// <param name="Rows">Claims and their figures.</param>
/// <param name="Arms">What was under load.</param>
/// <param name="Notes">What one has to know to read the figures.</param>
internal sealed record PartResult(string Part, IReadOnlyList<Row> Rows, IReadOnlyList<ArmResult> Arms, IReadOnlyList<string> Notes)
{
    /// <summary>Lines to draw.</summary>
    public IReadOnlyList<Chart> Charts { get; init; } = [];

    /// <summary>Why the part gave nothing; null when it did.</summary>
    public string? Void { get; init; }

    /// <summary>Whether an arm's figures may be shown. Those from which a void ratio came are as void: anybody can divide.</summary>
    public bool Shows(ArmResult arm)
    {
        var rows = Rows.Where(row => row.Arms.Contains(arm.Name)).ToList();
        return arm.Rejected is null && (rows.Count == 0 || rows.Exists(row => row.Void is null));
    }

    public static PartResult Nothing(string part, string reason) => new(part, [], [], []) { Void = reason };
}

/// <summary>Latency against size.</summary>
/// <param name="Name">The file's name, without an ending.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record Chart(string Name, string Title, IReadOnlyList<ChartLine> Lines);

/// <summary>One line of a chart.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Points">Sizes and milliseconds.</param>
internal sealed record ChartLine(string Name, IReadOnlyList<ChartPoint> Points);

/// <summary>A point of a line.</summary>
internal sealed record ChartPoint(double Size, double Milliseconds);
