using System.Globalization;

namespace MyThoughts.Rehearsal;

/// <summary>A step that was done, and what people saw of it.</summary>
/// <param name="Name">What it was.</param>
/// <param name="Command">How to do it.</param>
/// <param name="Requests">Requests from its begin until the next step.</param>
/// <param name="Failures">Those that failed, with what they got.</param>
/// <param name="P99">Ninety-nine of a hundred took at most this long.</param>
public sealed record DoneStep(string Name, string Command, int Requests, IReadOnlyList<string> Failures, TimeSpan P99)
{
    /// <summary>Whether nobody saw anything of it.</summary>
    public bool Holds => Requests > 0 && Failures.Count == 0;
}

/// <summary>Does one step after the other and watches the load for a while after each.</summary>
internal sealed class StepLog(Load load, TimeSpan watch, TextWriter output)
{
    private readonly List<DoneStep> done = [];

    public IReadOnlyList<DoneStep> Done => done;

    public async Task DoAsync(string name, string command, Func<Task> step)
    {
        if (done.Count == 0) await output.WriteLineAsync(Line("step", "command", "requests", "errors", "p99", "verdict"));
        load.BeginStep();
        await step();
        await Task.Delay(watch);
        var (requests, failures, p99) = load.EndStep();
        var result = new DoneStep(name, command, requests, failures, p99);
        done.Add(result);
        await output.WriteLineAsync(Line(
            name, command, requests.ToString(CultureInfo.InvariantCulture), failures.Count.ToString(CultureInfo.InvariantCulture),
            $"{p99.TotalMilliseconds:0} ms", result.Holds ? "ok" : "FAILED"));
        foreach (var failure in failures.Take(3)) await output.WriteLineAsync($"    {failure}");
    }

    private static string Line(string step, string command, string requests, string errors, string p99, string verdict) =>
        $"{step,-36} {command,-60} {requests,8} {errors,6} {p99,8} {verdict}";
}
