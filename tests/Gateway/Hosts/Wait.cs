using System.Diagnostics;

namespace MyThoughts.Gateway.Tests.Hosts;

/// <summary>Waits for the thing itself, and not for a time in which it usually happens.</summary>
internal static class Wait
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    public static Task UntilAsync(Func<bool> condition, string what) => UntilAsync(() => Task.FromResult(condition()), what);

    public static async Task<TimeSpan> UntilAsync(Func<Task<bool>> condition, string what)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > Limit) throw new TimeoutException($"Waited {Limit.TotalSeconds:0} s until {what}.");
            await Task.Delay(20);
        }

        return watch.Elapsed;
    }
}
