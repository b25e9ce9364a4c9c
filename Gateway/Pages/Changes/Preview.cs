using MyThoughts.Gateway.Control;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Store;

namespace MyThoughts.Gateway.Pages.Changes;

/// <summary>What a plan would do now, without doing it.</summary>
/// <param name="Now">The state that it would change.</param>
/// <param name="Meanwhile">What others have changed since the operator looked, newest first.</param>
/// <param name="Result">What it would do; forced, when that is the only way.</param>
/// <param name="Refusals">Why it needs force; empty when it needs none.</param>
internal sealed record Preview(Revision Now, IReadOnlyList<Revision> Meanwhile, ChangeResult Result, IReadOnlyList<Problem> Refusals)
{
    public bool CanApply => Result.Outcome == ChangeOutcome.WouldApply;

    public bool NeedsForce => Refusals.Count > 0;

    public IReadOnlyList<string> Effects => Result.States is var (before, after) ? Changes.Effects.Between(before, after) : [];
}

/// <summary>Asks <see cref="TrafficControl"/> with dry runs.</summary>
internal sealed class Previews(TrafficControl control, StateStore store)
{
    private const int MostShown = 20;

    /// <param name="plan">The change.</param>
    /// <param name="now">The state to judge it on, the latest.</param>
    /// <param name="seen">The version that the operator saw; 0 when nobody says.</param>
    /// <param name="by">The name of their key.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Preview> OfAsync(Plan plan, Revision now, long seen, string by, CancellationToken cancellationToken)
    {
        var meanwhile = seen > 0 && seen < now.Version ? await store.BeforeAsync(long.MaxValue, MostShown, cancellationToken) : [];
        var request = new ChangeRequest(plan.Edit, now.Version, by) { DryRun = true, Undoes = plan.Undoes };
        var result = await control.ChangeAsync(request, cancellationToken);
        IReadOnlyList<Problem> refusals = [];
        // The rules do not say what force would let pass; trying does.
        if (result.Outcome == ChangeOutcome.Invalid && await control.ChangeAsync(request with { Force = true }, cancellationToken) is { Outcome: ChangeOutcome.WouldApply } forced)
            (refusals, result) = (result.Problems, forced);
        return new(now, [.. meanwhile.Where(revision => revision.Version > seen)], result, refusals);
    }
}
