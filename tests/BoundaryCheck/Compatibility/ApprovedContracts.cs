using MyThoughts.BoundaryCheck.Compatibility.Documents;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Compatibility;

/// <summary>All that a solution's projects promise each other and their clients: read it, and approve what it became.</summary>
internal static class ApprovedContracts
{
    /// <summary>Compares every surface and every document with the approved one. Asks the hosts, which takes about a second each.</summary>
    public static async Task<ApprovedTexts> ReadAsync(SolutionUnderCheck solution, CancellationToken cancellationToken)
    {
        var asked = HostDocuments.AskAsync(solution, cancellationToken);
        var surfaces = ApprovedSurfaces.Compare(solution);
        var documents = ApprovedDocuments.Compare(solution, await asked);
        return new([.. surfaces.Texts, .. documents.Texts], [.. surfaces.NotChecked, .. documents.NotChecked]);
    }

    /// <summary>Writes the approved files anew, for additions and first ones; for breaking changes with a reason alone.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="texts">What was compared.</param>
    /// <param name="breakingReason">Why callers may break; null for additions alone.</param>
    /// <param name="today">The day to note with the reason.</param>
    /// <param name="isCi">Whether nobody looks on: there nothing is approved.</param>
    /// <returns>A line for each file written.</returns>
    /// <exception cref="CheckFailedException">Nothing was written: a change breaks callers and there is no reason, or this is CI.</exception>
    public static IReadOnlyList<string> Update(SolutionUnderCheck solution, ApprovedTexts texts, string? breakingReason, DateOnly today, bool isCi)
    {
        if (isCi) throw new CheckFailedException("CI approves no contract: run --update-contracts where you work, and commit what it writes. Nothing was written.");
        var breaking = texts.Texts.SelectMany(text => text.Breaking).ToList();
        if (breaking.Count > 0 && string.IsNullOrWhiteSpace(breakingReason)) throw new CheckFailedException(
            $"{breaking.Count} change(s) break callers, first {breaking[0]}. Make them additions, or say why callers may break: --update-contracts --breaking \"<reason>\". Nothing was written.");
        return [.. texts.Texts.Where(text => text.Approved is null || text.Changes.Count > 0).Select(text => Write(solution, text, breakingReason, today))];
    }

    private static string Write(SolutionUnderCheck solution, ApprovedText text, string? reason, DateOnly today)
    {
        var breaks = text.Breaking.Any() ? [.. text.Breaks, $"{today:yyyy-MM-dd} {reason!.ReplaceLineEndings(" ").Trim()}"] : text.Breaks;
        File.WriteAllText(text.File, text.Rule == CompatibilityRules.OpenApi ? ApprovedDocuments.With(text.Current, breaks) : ApprovedSurfaces.With(text.Current, breaks));
        var what = text.Approved is null ? "written for the first time" : $"{text.Additions.Count()} addition(s), {text.Breaking.Count()} breaking change(s)";
        return $"{solution.Relative(text.File)}: {what}";
    }
}
