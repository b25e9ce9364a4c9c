namespace MyThoughts.Chassis.Pages;

/// <summary>What the partial <c>_Deletion</c> shows: whether a deletion has reached everybody who kept a copy.</summary>
/// <param name="WaitingFor">Names of the modules that have not heard of it yet; empty when it is done.</param>
/// <param name="CheckAgain">The address that shows it anew.</param>
public sealed record Deletion(IReadOnlyList<string> WaitingFor, string CheckAgain)
{
    /// <summary>How long a page waits for it: those who are up to date take a moment, and nobody shall look at an empty page for long.</summary>
    public static TimeSpan PageWait { get; } = TimeSpan.FromSeconds(2);
}
