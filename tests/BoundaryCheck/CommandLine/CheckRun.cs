namespace MyThoughts.BoundaryCheck.CommandLine;

/// <summary>One run of the check: reads the arguments, checks, writes what it was asked to write.</summary>
/// <param name="output">What people and programs read.</param>
/// <param name="errors">Why the check could not begin.</param>
/// <param name="isCi">Whether a build server runs it, which must not write what people answer for.</param>
internal sealed class CheckRun(TextWriter output, TextWriter errors, bool isCi)
{
    private const int Holds = 0;
    private const int Broken = 1;
    private const int Impossible = 2;

    /// <returns>0 when all holds, 1 when something does not, 2 when the check could not begin.</returns>
    public Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        var parsed = CheckCommand.Create(CheckAsync).Parse(arguments);
        if (parsed.Errors is not [var first, ..]) return parsed.InvokeAsync(new() { Output = output, Error = errors }, stop);
        errors.WriteLine($"boundaries: {first.Message}");
        return Task.FromResult(Impossible);
    }

    private async Task<int> CheckAsync(CheckOptions options, CancellationToken stop)
    {
        try
        {
            if (isCi && options.Writes)
                throw new CheckFailedException("CI is set: the baseline and the approved contracts are written by people, with a reason, and not by a build. Nothing was checked.");
            var result = Check.Settle(options, await Check.RunAsync(options, stop));
            foreach (var violation in result.New) await output.WriteLineAsync(violation.ToString());
            foreach (var entry in result.Gone) await output.WriteLineAsync($"gone: {entry.Rule}: {entry.From} -> {entry.To}. Take it out with --prune.");
            foreach (var gap in result.Facts.NotChecked) await output.WriteLineAsync(gap.ToString());
            return result.Holds ? Holds : Broken;
        }
        catch (CheckFailedException problem)
        {
            await errors.WriteLineAsync($"boundaries: {problem.Message}");
            return Impossible;
        }
    }
}
