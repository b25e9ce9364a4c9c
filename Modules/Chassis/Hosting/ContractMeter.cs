using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace MyThoughts.Chassis.Hosting;

/// <summary>
/// Measures the calls of a contract's members, in process or remote: their number, their errors, their time. It is how one learns
/// what a split would cost, and what it has cost. The metric is <c>contract.call.duration</c>.
/// </summary>
public sealed class ContractMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "MyThoughts.Contracts";

    // From a call that stays in the process to one that runs into its time limit.
    private static readonly double[] Boundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly Histogram<double> duration;
    private readonly KeyValuePair<string, object?> contract;
    private readonly KeyValuePair<string, object?> mode;

    /// <summary>Makes the meter of one contract in one host.</summary>
    /// <param name="meters">The host's meters.</param>
    /// <param name="module">The module whose contract it is.</param>
    /// <param name="hosting">Whether the calls stay in the process.</param>
    public ContractMeter(IMeterFactory meters, string module, HostingMode hosting)
    {
        (contract, mode) = (new("contract", module), new("mode", hosting == HostingMode.InProcess ? "in_process" : "remote"));
        duration = meters.Create(Name).CreateHistogram(
            "contract.call.duration", "s", "How long calls of a contract's member took. A call that waits for news counts its wait.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Boundaries });
    }

    /// <summary>Measures a call.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="member">The member's name, filled in by the compiler.</param>
    /// <returns>What the call returned.</returns>
    public async Task<T> MeasureAsync<T>(Func<Task<T>> call, [CallerMemberName] string member = "")
    {
        var start = Stopwatch.GetTimestamp();
        var outcome = "error";
        try
        {
            var result = await call();
            outcome = "ok";
            return result;
        }
        catch (OperationCanceledException)
        {
            outcome = "canceled";
            throw;
        }
        finally
        {
            Record(start, outcome, member);
        }
    }

    /// <summary>Measures a list, from its first item asked for to its last, or to where its reader stopped.</summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="member">The member's name, filled in by the compiler.</param>
    /// <param name="cancellationToken">Ends the list.</param>
    /// <returns>The same items.</returns>
    public async IAsyncEnumerable<T> MeasureAsync<T>(
        IAsyncEnumerable<T> list, [CallerMemberName] string member = "", [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var start = Stopwatch.GetTimestamp();
        var outcome = "error";
        try
        {
            await using var items = list.GetAsyncEnumerator(cancellationToken);
            while (await items.MoveNextAsync())
            {
                outcome = "ok";   // for a reader that stops here
                yield return items.Current;
                outcome = "error";
            }
            outcome = "ok";
        }
        finally
        {
            Record(start, outcome, member);
        }
    }

    private void Record(long start, string outcome, string member) => duration.Record(
        Stopwatch.GetElapsedTime(start).TotalSeconds, contract, mode, new("member", member), new("outcome", outcome));
}
