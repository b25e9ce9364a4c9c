using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MyThoughts.Chassis.Security;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Users.Keys;

internal static class KeyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/.well-known/jwks.json", ListAsync);
        routes.MapPost("/admin/keys", RotateAsync);
    }

    private static async Task<Ok<JsonWebKeySet>> ListAsync(HttpResponse response, IUsers users, CancellationToken cancellationToken)
    {
        var keys = await users.ListKeysAsync(cancellationToken);
        response.Headers.CacheControl = "public, max-age=60";
        return TypedResults.Ok(keys);
    }

    private static async Task<Created<NewKey>> RotateAsync(IUsers users, CancellationToken cancellationToken) =>
        TypedResults.Created("/.well-known/jwks.json", new NewKey(await users.RotateKeyAsync(cancellationToken)));

    internal sealed record NewKey(string Kid);
}
