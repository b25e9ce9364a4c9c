using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts;

/// <summary>The contract for hosts that run the module elsewhere; <c>RemoteThoughts</c> is the other end.</summary>
internal static class ContractEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("", (PostThought command, IThoughts thoughts, CancellationToken cancellationToken) =>
            thoughts.PostAsync(command, cancellationToken));
        group.MapGet("", ListAsync);
        group.MapGet("/mentions", ListAsync);
        group.MapGet("/pages", PageAsync);
        group.MapGet("/{id:long}", FindAsync);
        group.MapDelete("/{id:long}", (long id, IThoughts thoughts, CancellationToken cancellationToken, string? username = null) =>
            thoughts.DeleteAsync(new(id, username), cancellationToken));
        group.MapFeed<ThoughtChange>(context => context.RequestServices.GetRequiredService<IThoughts>());
    }

    private static Task<IAsyncEnumerable<Thought>> ListAsync([AsParameters] ListThoughts query, IThoughts thoughts, HttpContext context) =>
        thoughts.ListAsync(query, context.RequestAborted).BeginAsync(context);

    private static async Task<Results<Ok<ThoughtPage>, BadRequest>> PageAsync([AsParameters] ListThoughts query, IThoughts thoughts, CancellationToken cancellationToken) =>
        query.Limit is > 0 ? TypedResults.Ok(await thoughts.PageAsync(query, cancellationToken)) : TypedResults.BadRequest();

    private static async Task<Results<Ok<Thought>, NotFound>> FindAsync(long id, IThoughts thoughts, CancellationToken cancellationToken) =>
        await thoughts.FindAsync(id, cancellationToken) is { } thought ? TypedResults.Ok(thought) : TypedResults.NotFound();
}
