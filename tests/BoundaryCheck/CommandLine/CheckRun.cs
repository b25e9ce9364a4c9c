using MyThoughts.BoundaryCheck.Compatibility;
using MyThoughts.BoundaryCheck.Reports;

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
            var result = await Check.RunAsync(options, stop);
            if (options.UpdateContracts) result = await ApproveAsync(options, result, stop);
            result = Check.Settle(options, result);
            var isFresh = await WriteAsync(options, result, stop);
            return result.Holds && isFresh ? Holds : Broken;
        }
        catch (CheckFailedException problem)
        {
            await errors.WriteLineAsync($"boundaries: {problem.Message}");
            return Impossible;
        }
    }

    private async Task<CheckResult> ApproveAsync(CheckOptions options, CheckResult result, CancellationToken stop)
    {
        foreach (var line in ApprovedContracts.Update(result.Facts.Solution, result.Facts.Approved!, options.Breaking, DateOnly.FromDateTime(DateTime.UtcNow), isCi))
            await errors.WriteLineAsync(line);
        return await Check.RunAsync(options, stop);
    }

    /// <returns>Whether the report that is kept with the source says what was found.</returns>
    private async Task<bool> WriteAsync(CheckOptions options, CheckResult result, CancellationToken stop)
    {
        await output.WriteAsync(options.Json ? JsonReport.Write(result) : TextReport.Write(result));
        if (options.Html is { } page) await WriteFileAsync(page, HtmlReport.Write(result, DateTimeOffset.UtcNow), stop);
        if (options.Docs is not { } docs) return true;
        var report = MarkdownReport.Write(result);
        if (!options.CheckDocs)
        {
            await WriteFileAsync(docs, report, stop);
            return true;
        }
        if (File.Exists(docs) && await File.ReadAllTextAsync(docs, stop) == report) return true;
        await errors.WriteLineAsync($"boundaries: {docs} is stale. Write it anew with --docs {docs}, and commit it.");
        return false;
    }

    private static async Task WriteFileAsync(string path, string text, CancellationToken stop)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(path, text, stop);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CheckFailedException($"{path} can't be written: {problem.Message}");
        }
    }
}
