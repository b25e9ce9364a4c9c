using System.Globalization;

namespace MyThoughts.Benchmarks.Core;

/// <summary>
/// Whether others use the processors. The load average would say yes for minutes after the build that came just before, so the time
/// that was spent is read twice from <c>/proc/stat</c>.
/// </summary>
internal static class BusyMachine
{
    /// <summary>More than this, and a comparison is one of who was unlucky.</summary>
    public const double Most = 0.10;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Waits for calm.</summary>
    /// <returns>Null when it came, else what was seen last.</returns>
    public static async Task<string?> WaitAsync(CancellationToken cancellationToken)
    {
        var end = DateTime.UtcNow + Patience;
        while (true)
        {
            var before = await ReadAsync(cancellationToken);
            await Task.Delay(Look, cancellationToken);
            var share = Share(before, await ReadAsync(cancellationToken));
            if (share <= Most) return null;
            if (DateTime.UtcNow > end) return string.Create(CultureInfo.InvariantCulture, $"the machine is busy: others use {share:0%} of it before anything is started, and more than {Most:0%} is too much.");
        }
    }

    /// <summary>The part of the time between two first lines of <c>/proc/stat</c> that was not idle.</summary>
    internal static double Share(string before, string after)
    {
        var (first, second) = (Times(before), Times(after));
        return 1 - (double)(second.Idle - first.Idle) / Math.Max(1, second.All - first.All);
    }

    // cpu user nice system idle iowait irq softirq steal guest guest_nice; guests are counted in user already.
    private static (long Idle, long All) Times(string line)
    {
        var times = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9].Select(time => long.Parse(time, CultureInfo.InvariantCulture)).ToList();
        return (times[3] + times[4], times.Sum());
    }

    private static async Task<string> ReadAsync(CancellationToken cancellationToken) =>
        (await File.ReadAllLinesAsync("/proc/stat", cancellationToken))[0];
}
