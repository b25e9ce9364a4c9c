using Microsoft.AspNetCore.Http.HttpResults;
using MyThoughts.Gateway.Control;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Store;
using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway.Api;

/// <summary>A page of history, newest first; the next one is asked for with <c>before</c>.</summary>
internal sealed record HistoryPage(IReadOnlyList<HistoryEntry> Items, long? Before);

/// <summary>One change.</summary>
internal sealed record HistoryEntry(long Version, DateTime At, string By, string? Reason, long? Undoes, IReadOnlyList<FieldChange> Changes);

/// <summary>What a viewer can see. The ETag is the version that a change is based on.</summary>
internal static class ReadEndpoints
{
    private const int PageSize = 20;
    private const int LargestPage = 100;

    public static void Map(RouteGroupBuilder api)
    {
        var reads = api.MapGroup("").WithTags("reads");
        reads.MapGet("/state", State).WithName("readState").WithSummary("Reads the whole state, as apply takes it.")
            .WithMetadata(new TellsVersion()).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        reads.MapGet("/history", HistoryAsync).WithName("readHistory").WithSummary("Reads the changes of the state, newest first.")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        reads.MapGet("/explain", Explain).WithName("explain").WithSummary("Says what would happen to a request, and why.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        reads.MapGet("/audit", (AuditLog audit, CancellationToken cancellationToken, int limit = PageSize) =>
            audit.NewestAsync(Math.Clamp(limit, 1, LargestPage), cancellationToken))
            .WithName("readAudit").WithSummary("Reads what else happened, newest first: logins, refusals, keys made and revoked.")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The whole state, as <c>apply</c> takes it.</summary>
    private static Results<Ok<TrafficState>, ProblemHttpResult> State(LiveTraffic traffic, HttpContext context)
    {
        if (traffic.Current is not { } table) return NoState;
        context.Response.Headers.ETag = ChangeAnswer.TagOf(table.Revision.Version);
        return TypedResults.Ok(table.Revision.State);
    }

    private static async Task<HistoryPage> HistoryAsync(StateStore store, CancellationToken cancellationToken, long before = long.MaxValue, int limit = PageSize)
    {
        var size = Math.Clamp(limit, 1, LargestPage);
        var found = await store.BeforeAsync(before, size + 1, cancellationToken);
        var items = found.Take(size).Select(revision => new HistoryEntry(revision.Version, revision.At, revision.By, revision.Reason, revision.Undoes, revision.Changes)).ToList();
        return new(items, found.Count > size ? items[^1].Version : null);
    }

    private static Results<Ok<Explanation>, ProblemHttpResult> Explain(Explainer explainer, string? path = null, string? visitor = null, string? user = null, string? signature = null)
    {
        if (path is not ['/', ..]) return TypedResults.Problem("Say which path: explain?path=/search", statusCode: StatusCodes.Status422UnprocessableEntity);
        if (visitor is not null && !VisitorId.IsValid(visitor))
            return TypedResults.Problem("This is no visitor's id. It is the UUID of version 7 in the cookie 'visitor'.", statusCode: StatusCodes.Status422UnprocessableEntity);
        return explainer.Explain(path, visitor, user, signature) is { } explanation ? TypedResults.Ok(explanation) : NoState;
    }

    public static ProblemHttpResult NoState =>
        TypedResults.Problem("The gateway has no traffic state yet: it waits for its database.", statusCode: StatusCodes.Status503ServiceUnavailable);
}
