using MyThoughts.BoundaryCheck.Evidence;

namespace MyThoughts.BoundaryCheck.History;

/// <summary>Two modules that change in the same commits.</summary>
/// <param name="One">The first by name.</param>
/// <param name="Other">The second.</param>
/// <param name="Together">Commits that changed both.</param>
/// <param name="OfOne">Commits that changed the first.</param>
/// <param name="OfOther">Commits that changed the second.</param>
/// <param name="HasEdge">Whether one uses code of the other; without one, what couples them is nowhere in the code.</param>
internal sealed record ModuleCoupling(string One, string Other, int Together, int OfOne, int OfOther, bool HasEdge)
{
    /// <summary>Coupling without an edge counts from this share on…</summary>
    public const double HiddenShare = 0.3;

    /// <summary>…and from so many commits on.</summary>
    public const int HiddenCommits = 5;

    public double ShareOfOne => (double)Together / OfOne;

    public double ShareOfOther => (double)Together / OfOther;

    public bool IsHidden => !HasEdge && Together >= HiddenCommits && Math.Max(ShareOfOne, ShareOfOther) >= HiddenShare;

    /// <summary>Every pair that has changed together, the most often first; none when the history is too short to say.</summary>
    public static IReadOnlyList<ModuleCoupling> Of(ChangeHistory history, Facts facts)
    {
        if (history.NoCoupling is not null) return [];
        var all = facts.Solution.Map.Modules.Select(module => module.Name).Order(StringComparer.Ordinal).ToList();
        var commits = all.ToDictionary(module => module, module => history.Counted.Where(commit => commit.Modules.Contains(module)).Select(commit => commit.Id).ToHashSet());
        var edges = facts.References.Where(reference => reference.From.Module is not null && reference.To.Module is not null)
            .Select(reference => (reference.From.Module!.Name, reference.To.Module!.Name)).ToHashSet();
        return
        [
            .. all.SelectMany((one, at) => all.Skip(at + 1).Select(other => new ModuleCoupling(
                    one, other, commits[one].Count(commits[other].Contains), commits[one].Count, commits[other].Count, edges.Contains((one, other)) || edges.Contains((other, one)))))
                .Where(pair => pair.Together > 0).OrderByDescending(pair => pair.Together),
        ];
    }
}
