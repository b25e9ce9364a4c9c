namespace MyThoughts.Gateway.Figures;

/// <summary>What one side of a route has done, as this replica saw it.</summary>
/// <param name="Requests">Requests a second, mean of the last ten seconds.</param>
/// <param name="Errors">Share of those that failed, 0 to 1: answers of 5xx, none at all, and half of one.</param>
/// <param name="P50">Half of them took at most so many milliseconds; null without requests.</param>
/// <param name="P99">Ninety-nine of a hundred took at most so many milliseconds; null without requests.</param>
/// <param name="Visitors">Share of the route's visitors that the weight gives this side, 0 to 1.</param>
/// <param name="Share">Share of the route's requests of the last minute that this side got, 0 to 1; null without requests.</param>
/// <param name="History">The last 15 minutes, oldest first, a point for each ten seconds.</param>
internal sealed record SideFigures(
    double Requests, double Errors, double? P50, double? P99, double Visitors, double? Share, IReadOnlyList<FigurePoint> History)
{
    /// <summary>The last 15 minutes in sum.</summary>
    public SideTotals Totals { get; init; } = new(0, 0, 0, 0, 0, 0, null);
}

/// <summary>Ten seconds of a side.</summary>
/// <param name="Requests">Requests a second.</param>
/// <param name="Errors">Share that failed, 0 to 1.</param>
/// <param name="P50">Milliseconds; null without requests.</param>
/// <param name="P99">Milliseconds; null without requests.</param>
internal readonly record struct FigurePoint(double Requests, double Errors, double? P50, double? P99);

/// <summary>The last 15 minutes of a side, in sum.</summary>
/// <param name="Requests">Requests that this side was asked.</param>
/// <param name="Answers5xx">Those that it answered with 5xx.</param>
/// <param name="Transport">Those that it did not answer: not reached, broken off before an answer, too slow.</param>
/// <param name="Truncated">Those whose answer broke off after it had begun.</param>
/// <param name="Fallbacks">Those that it was asked because another side had failed, or lacked the asset.</param>
/// <param name="Forced">Those that an operator's signature demanded.</param>
/// <param name="Decision">How long deciding for this side took, in microseconds, the mean; null without requests.</param>
internal sealed record SideTotals(long Requests, long Answers5xx, long Transport, long Truncated, long Fallbacks, long Forced, double? Decision);
