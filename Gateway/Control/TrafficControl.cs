using MyThoughts.Chassis.Database;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Store;

namespace MyThoughts.Gateway.Control;

/// <summary>The one way to change the state: read the latest, make the next one, judge it, store it, put it into effect.</summary>
internal sealed class TrafficControl(StateStore store, StateFollower follower, ITrafficFacts facts, TimeProvider clock)
{
    public async Task<ChangeResult> ChangeAsync(ChangeRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await store.LatestAsync(cancellationToken) is { } latest
                ? await ChangeAsync(request, latest, cancellationToken)
                : new(ChangeOutcome.Unavailable, 0, [], []);
        }
        catch (Exception problem) when (DatabaseUnavailable.Is(problem))
        {
            return new(ChangeOutcome.Unavailable, request.BasedOn, [], []);
        }
    }

    private async Task<ChangeResult> ChangeAsync(ChangeRequest request, Revision latest, CancellationToken cancellationToken)
    {
        if (latest.Version != request.BasedOn) return new(ChangeOutcome.Stale, latest.Version, [], []);
        var edit = request.Edit(latest.State, clock.GetUtcNow());
        if (edit.Next is not { } next) return new(ChangeOutcome.Invalid, latest.Version, [], edit.Problems);
        IReadOnlyList<Problem> problems = [.. TrafficRules.Check(next), .. TransitionRules.Check(latest.State, next, facts, request.Force)];
        if (problems.Count > 0) return new(ChangeOutcome.Invalid, latest.Version, [], problems);

        var changes = FieldChange.Between(latest.State, next);
        if (changes.Count == 0) return new(ChangeOutcome.Unchanged, latest.Version, [], []);
        if (request.DryRun) return new(ChangeOutcome.WouldApply, latest.Version, changes, []) { States = (latest.State, next) };
        var made = await store.AppendAsync(latest.Version, next, changes, request.By, request.Reason, request.Undoes, cancellationToken);
        if (made is null) return new(ChangeOutcome.Stale, latest.Version + 1, [], []);
        await TakeUpAsync(cancellationToken);
        return new(ChangeOutcome.Applied, made.Version, changes, []) { States = (latest.State, next) };
    }

    // In effect before the answer: whoever changed something and looks sees it.
    private async Task TakeUpAsync(CancellationToken cancellationToken)
    {
        try
        {
            await follower.RefreshAsync(cancellationToken);
        }
        catch (Exception problem) when (DatabaseUnavailable.Is(problem))
        {
            // It is stored, and saying anything else would make the operator do it twice. It takes effect when the database is back.
        }
    }
}
