using MyThoughts.Gateway.Admin;
using MyThoughts.Gateway.Control;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Store;

namespace MyThoughts.Gateway.Api;

/// <summary>The share of a route's visitors for its service, in percent, and why.</summary>
internal sealed record SetWeight(decimal Weight, string? Reason = null, bool Force = false);

/// <summary>The mode of a side or of a destination, and why.</summary>
internal sealed record SetMode(Mode Mode, string? Reason = null, bool Force = false);

/// <summary>A destination's address, and why.</summary>
internal sealed record PutDestination(string Address, string? Reason = null, bool Force = false);

/// <summary>The version to bring back, and why.</summary>
internal sealed record Undo(long Version, string? Reason = null, bool Force = false);

/// <summary>
/// What an operator can change. Each change needs <c>If-Match</c> with the ETag of the state it is based on (RFC 9110, section 13.1.1):
/// 428 without, 412 when the state has moved on, 422 when the rules refuse it, 503 while the database is away.
/// </summary>
internal static class ChangeEndpoints
{
    public const int LongestReason = 500;

    public static void Map(RouteGroupBuilder api)
    {
        var changes = api.MapGroup("").WithTags("changes");
        changes.MapPut("/routes/{route}/weight", (string route, StrictJson<SetWeight> body, ChangeContext change) =>
            change.MakeAsync((state, _) => Edits.SetWeight(state, route, body.Value.Weight), body.Value.Reason, body.Value.Force))
            .Accepts<SetWeight>("application/json");
        changes.MapPut("/routes/{route}/{side:regex(^(monolith|service)$)}/mode", (string route, string side, StrictJson<SetMode> body, ChangeContext change) =>
            change.MakeAsync((state, now) => Edits.SetMode(state, route, Enum.Parse<Side>(side, ignoreCase: true), body.Value.Mode, now), body.Value.Reason, body.Value.Force))
            .Accepts<SetMode>("application/json");
        changes.MapPut("/clusters/{cluster}/destinations/{id}", (string cluster, string id, StrictJson<PutDestination> body, ChangeContext change) =>
            change.MakeAsync((state, _) => Edits.PutDestination(state, cluster, id, body.Value.Address), body.Value.Reason, body.Value.Force))
            .Accepts<PutDestination>("application/json");
        changes.MapDelete("/clusters/{cluster}/destinations/{id}", (string cluster, string id, ChangeContext change, string? reason = null, bool force = false) =>
            change.MakeAsync((state, _) => Edits.RemoveDestination(state, cluster, id), reason, force));
        changes.MapPut("/clusters/{cluster}/destinations/{id}/mode", (string cluster, string id, StrictJson<SetMode> body, ChangeContext change) =>
            change.MakeAsync((state, now) => Edits.SetDestinationMode(state, cluster, id, body.Value.Mode, now), body.Value.Reason, body.Value.Force))
            .Accepts<SetMode>("application/json");
        changes.MapPost("/apply", (StrictJson<TrafficPatch> body, ChangeContext change, string? reason = null, bool force = false, bool dryRun = false) =>
            change.MakeAsync(body.Value.ApplyTo, reason, force, dryRun))
            .Accepts<TrafficPatch>("application/json");
        changes.MapPost("/undo", UndoAsync).Accepts<Undo>("application/json");
    }

    private static async Task<IResult> UndoAsync(StrictJson<Undo> body, ChangeContext change, StateStore store, CancellationToken cancellationToken) =>
        await store.FindAsync(body.Value.Version, cancellationToken) is { } wanted
            ? await change.MakeAsync((state, now) => Edits.Restore(state, wanted.State, now), body.Value.Reason, body.Value.Force, undoes: wanted.Version)
            : TypedResults.Problem($"There is no version {body.Value.Version} in the history.", statusCode: StatusCodes.Status422UnprocessableEntity);
}

/// <summary>A change as it arrives: who asks, and what they saw.</summary>
internal sealed record ChangeContext(HttpContext Context, TrafficControl Control)
{
    public static ValueTask<ChangeContext?> BindAsync(HttpContext context) =>
        ValueTask.FromResult<ChangeContext?>(new(context, context.RequestServices.GetRequiredService<TrafficControl>()));

    public async Task<IResult> MakeAsync(
        Func<TrafficState, DateTimeOffset, Edit> edit, string? reason, bool force = false, bool dryRun = false, long? undoes = null)
    {
        if (Context.Request.Headers.IfMatch.Count == 0) return ChangeAnswer.VersionMissing;
        if (ChangeAnswer.VersionOf(Context.Request.Headers.IfMatch) is not { } version)
            return TypedResults.Problem("If-Match is not the ETag of one state. Example: If-Match: \"17\".", statusCode: StatusCodes.Status412PreconditionFailed);
        if (reason?.Length > ChangeEndpoints.LongestReason)
            return TypedResults.Problem($"The reason is too long: at most {ChangeEndpoints.LongestReason} characters.", statusCode: StatusCodes.Status422UnprocessableEntity);
        var request = new ChangeRequest(edit, version, Context.User.KeyName()) { Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), Force = force, DryRun = dryRun, Undoes = undoes };
        return ChangeAnswer.From(await Control.ChangeAsync(request, Context.RequestAborted), Context);
    }
}
