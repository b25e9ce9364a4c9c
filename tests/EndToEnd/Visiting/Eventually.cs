using System.Diagnostics;

namespace MyThoughts.EndToEnd.Tests.Visiting;

/// <summary>Waits for what happens in another process, no longer than it needs.</summary>
internal static class Eventually
{
    public static async Task HoldsAsync(Func<bool> condition, TimeSpan limit, string what)
    {
        for (var watch = Stopwatch.StartNew(); !condition(); await Task.Delay(20))
            if (watch.Elapsed > limit) throw new AssertionException($"Not within {limit.TotalSeconds:0} s: {what}.");
    }
}
