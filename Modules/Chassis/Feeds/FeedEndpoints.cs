using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MyThoughts.Chassis.Feeds;

/// <summary>A feed over HTTP, for readers in other processes; <see cref="RemoteFeed{TChange}"/> is the other end.</summary>
public static class FeedEndpoints
{
    /// <summary>Maps <c>changes</c>, <c>changes/{id}</c>, <c>passed</c> and <c>feed</c> under a group of internal endpoints.</summary>
    /// <typeparam name="TChange">A change.</typeparam>
    /// <param name="group">The module's internal endpoints, such as <c>/internal/thoughts</c>.</param>
    /// <param name="feed">The feed as the module's contract has it.</param>
    public static void MapFeed<TChange>(this RouteGroupBuilder group, Func<HttpContext, IFeed<TChange>> feed) where TChange : class, IFeedChange
    {
        group.MapGet("/changes", (HttpContext context, CancellationToken cancellationToken, FeedCursor? after = null, int limit = 100, double wait = 0, string reader = "", string home = "") =>
            ReadAsync(feed(context), new(after ?? FeedCursor.Start, limit, Seconds(wait), reader, home), cancellationToken));
        group.MapGet("/changes/{id:long}", (HttpContext context, long id, CancellationToken cancellationToken) => ReadOneAsync(feed(context), id, cancellationToken));
        group.MapGet("/passed", (HttpContext context, FeedCursor position, CancellationToken cancellationToken, double wait = 0) =>
            feed(context).WaitUntilPassedAsync(position, Seconds(wait), cancellationToken));
        group.MapGet("/feed", (HttpContext context, CancellationToken cancellationToken) => feed(context).FeedStatusAsync(cancellationToken));
    }

    private static async Task<Results<Ok<FeedChanges<TChange>>, ProblemHttpResult>> ReadAsync<TChange>(
        IFeed<TChange> feed, ReadChanges query, CancellationToken cancellationToken) where TChange : class, IFeedChange
    {
        var changes = await feed.ChangesAsync(query, cancellationToken);
        return changes.Gone
            ? TypedResults.Problem("This feed does not know the cursor: start again from the beginning.", statusCode: StatusCodes.Status410Gone)
            : TypedResults.Ok(changes);
    }

    private static async Task<Results<Ok<TChange>, NotFound>> ReadOneAsync<TChange>(
        IFeed<TChange> feed, long id, CancellationToken cancellationToken) where TChange : class, IFeedChange =>
        await feed.ChangeOfAsync(id, cancellationToken) is { } change ? TypedResults.Ok(change) : TypedResults.NotFound();

    // What is no time at all is no wait: NaN would otherwise be an exception of the clock's.
    private static TimeSpan Seconds(double wait) => wait > 0 ? TimeSpan.FromSeconds(Math.Min(wait, ReadChanges.LongestWait.TotalSeconds)) : TimeSpan.Zero;
}
