using MyThoughts.Chassis.Http;
using MyThoughts.Gateway.Admin;
using MyThoughts.Gateway.Control;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Store;

namespace MyThoughts.Gateway.Api;

/// <summary>The share of a route's visitors for its service, and why.</summary>
/// <param name="Weight">In percent, from 0 to 100 in steps of 0.01.</param>
/// <param name="Reason">Why, for the history.</param>
/// <param name="Force">Lets pass what is unwise, such as more visitors for a service without a healthy destination.</param>
/// <param name="DryRun">Tells what would change, and changes nothing.</param>
internal sealed record SetWeight(decimal Weight, string? Reason = null, bool Force = false, bool DryRun = false);

/// <summary>The mode of a side or of a destination, and why.</summary>
/// <param name="Mode">The mode.</param>
/// <param name="Reason">Why, for the history.</param>
/// <param name="Force">Lets pass what is unwise, such as a route of which both sides are in maint.</param>
/// <param name="DryRun">Tells what would change, and changes nothing.</param>
internal sealed record SetMode(Mode Mode, string? Reason = null, bool Force = false, bool DryRun = false);

/// <summary>A destination's address, and why.</summary>
/// <param name="Address">A scheme, a host and a port, such as http://10.0.0.5:7003.</param>
/// <param name="Reason">Why, for the history.</param>
/// <param name="Force">Lets pass what is unwise, such as moving the only healthy destination.</param>
/// <param name="DryRun">Tells what would change, and changes nothing.</param>
internal sealed record PutDestination(string Address, string? Reason = null, bool Force = false, bool DryRun = false);

/// <summary>The version to bring back, and why.</summary>
/// <param name="Version">A version of the history.</param>
/// <param name="Reason">Why, for the history.</param>
/// <param name="Force">Lets pass what is unwise at the moment.</param>
/// <param name="DryRun">Tells what would change, and changes nothing.</param>
internal sealed record Undo(long Version, string? Reason = null, bool Force = false, bool DryRun = false);

/// <summary>
/// What an operator can change. Each change needs <c>If-Match</c> with the ETag of the state it is based on (RFC 9110, section 13.1.1):
/// 428 without, 412 when the state has moved on, 422 when the rules refuse it, 503 while the database is away.
/// </summary>
internal static class ChangeEndpoints
{
    public const int LongestReason = 500;

    public static void Map(RouteGroupBuilder api)
    {
        var changes = Described(api.MapGroup("").WithTags("changes"));
        changes.MapPut("/routes/{route}/weight", (string route, StrictJson<SetWeight> body, ChangeContext change) =>
            change.MakeAsync((state, _) => Edits.SetWeight(state, route, body.Value.Weight), body.Value.Reason, body.Value.Force, body.Value.DryRun))
            .Accepts<SetWeight>("application/json").WithName("setWeight").WithSummary("Gives a route's service another share of the visitors.");
        changes.MapPut("/routes/{route}/{side:regex(^(monolith|service)$)}/mode", (string route, string side, StrictJson<SetMode> body, ChangeContext change) =>
            change.MakeAsync((state, now) => Edits.SetMode(state, route, Enum.Parse<Side>(side, ignoreCase: true), body.Value.Mode, now), body.Value.Reason, body.Value.Force, body.Value.DryRun))
            .Accepts<SetMode>("application/json").WithName("setSideMode").WithSummary("Puts a side of a route into ready, drain or maint.");
        changes.MapPut("/clusters/{cluster}/destinations/{id}", (string cluster, string id, StrictJson<PutDestination> body, ChangeContext change) =>
            change.MakeAsync((state, _) => Edits.PutDestination(state, cluster, id, body.Value.Address), body.Value.Reason, body.Value.Force, body.Value.DryRun))
            .Accepts<PutDestination>("application/json").WithName("putDestination").WithSummary("Adds a host to a cluster, or gives one another address.");
        changes.MapDelete("/clusters/{cluster}/destinations/{id}", (string cluster, string id, ChangeContext change, string? reason = null, bool force = false, bool dryRun = false) =>
            change.MakeAsync((state, _) => Edits.RemoveDestination(state, cluster, id), reason, force, dryRun))
            .WithName("removeDestination").WithSummary("Takes a host out of a cluster.");
        changes.MapPut("/clusters/{cluster}/destinations/{id}/mode", (string cluster, string id, StrictJson<SetMode> body, ChangeContext change) =>
            change.MakeAsync((state, now) => Edits.SetDestinationMode(state, cluster, id, body.Value.Mode, now), body.Value.Reason, body.Value.Force, body.Value.DryRun))
            .Accepts<SetMode>("application/json").WithName("setDestinationMode").WithSummary("Puts a host into ready, drain or maint, for every route.");
        changes.MapPost("/apply", (StrictJson<TrafficPatch> body, ChangeContext change, string? reason = null, bool force = false, bool dryRun = false) =>
            change.MakeAsync(body.Value.ApplyTo, reason, force, dryRun))
            .Accepts<TrafficPatch>("application/json").WithName("apply").WithSummary("Makes all changes of a traffic.json, or none of them.");
        changes.MapPost("/undo", UndoAsync).Accepts<Undo>("application/json").WithName("undo").WithSummary("Brings an earlier version back, as a new one.");
    }

    private static RouteGroupBuilder Described(RouteGroupBuilder changes) => changes
        .WithMetadata(new WantsVersion(), new TellsVersion(), new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(ChangeMade), ["application/json"]))
        .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status428PreconditionRequired)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> UndoAsync(StrictJson<Undo> body, ChangeContext change, StateStore store, CancellationToken cancellationToken) =>
        await store.FindAsync(body.Value.Version, cancellationToken) is { } wanted
            ? await change.MakeAsync((state, now) => Edits.Restore(state, wanted.State, now), body.Value.Reason, body.Value.Force, body.Value.DryRun, undoes: wanted.Version)
            : TypedResults.Problem($"There is no version {body.Value.Version} in the history.", statusCode: StatusCodes.Status422UnprocessableEntity);

    /// <summary>What is wrong with a reason; null when nothing is.</summary>
    public static string? ProblemOfReason(string? reason)
    {
        if (reason?.Length > LongestReason) return $"The reason is too long: at most {LongestReason} characters.";
        return reason is null || WellFormedText.IsStorable(reason) ? null : "The reason holds a character that cannot be stored. Leave it out.";
    }
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
        if (ChangeEndpoints.ProblemOfReason(reason) is { } problem) return TypedResults.Problem(problem, statusCode: StatusCodes.Status422UnprocessableEntity);
        var request = new ChangeRequest(edit, version, Context.User.KeyName()) { Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), Force = force, DryRun = dryRun, Undoes = undoes };
        return ChangeAnswer.From(await Control.ChangeAsync(request, Context.RequestAborted), Context);
    }
}
