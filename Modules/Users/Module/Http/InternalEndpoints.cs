using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Users.Http;

/// <summary>The contract for hosts that run the module elsewhere; <c>RemoteUsers</c> is the other end.</summary>
internal static class InternalEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/register", (RegisterUser command, IUsers users, CancellationToken cancellationToken) =>
            users.RegisterAsync(command, cancellationToken));
        group.MapPost("/login", (LogIn command, IUsers users, CancellationToken cancellationToken) =>
            users.LogInAsync(command, cancellationToken));
        group.MapPost("/delete", (DeleteUser command, IUsers users, CancellationToken cancellationToken) =>
            users.DeleteAsync(command, cancellationToken));
        group.MapGet("/find", FindAsync);
        group.MapPost("/names", (FindNames query, IUsers users, CancellationToken cancellationToken) =>
            users.FindNamesAsync(query, cancellationToken));
        group.MapGet("/keys", (IUsers users, CancellationToken cancellationToken) => users.ListKeysAsync(cancellationToken));
        group.MapPost("/rotate-key", async (IUsers users, CancellationToken cancellationToken) =>
            TypedResults.Json(await users.RotateKeyAsync(cancellationToken)));
        group.MapFeed<UserChange>(context => context.RequestServices.GetRequiredService<IUsers>());
    }

    private static async Task<Results<Ok<User>, NotFound>> FindAsync(string username, IUsers users, CancellationToken cancellationToken) =>
        await users.FindAsync(username, cancellationToken) is { } user ? TypedResults.Ok(user) : TypedResults.NotFound();
}
