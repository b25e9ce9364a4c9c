using System.Security.Claims;
using MyThoughts.Gateway.Admin;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.Store;

namespace MyThoughts.Gateway.Api;

/// <summary>A key to make.</summary>
internal sealed record CreateKey(string Name, Role Role);

/// <summary>A key that was made. Its text is told here and never again.</summary>
internal sealed record CreatedKey(string Id, string Name, Role Role, string Key);

/// <summary>Keys, for operators alone.</summary>
internal static class KeyEndpoints
{
    public const int LongestName = 60;

    public static void Map(RouteGroupBuilder api)
    {
        var keys = api.MapGroup("/keys").WithTags("keys");
        keys.MapGet("", (KeyStore store, CancellationToken cancellationToken) => store.ListAsync(cancellationToken));
        keys.MapPost("", CreateAsync).Accepts<CreateKey>("application/json");
        keys.MapDelete("/{id}", RevokeAsync);
    }

    private static async Task<IResult> CreateAsync(
        StrictJson<CreateKey> body, ClaimsPrincipal user, KeyStore store, StateFollower follower, CancellationToken cancellationToken)
    {
        var name = body.Value.Name.Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
            return TypedResults.Problem($"A key is named for who has it, in 1 to {LongestName} characters.", statusCode: StatusCodes.Status422UnprocessableEntity);
        var (key, text) = OperatorKey.Create(name, body.Value.Role);
        await store.AddAsync(key, user.KeyName(), cancellationToken);
        await follower.RefreshAsync(cancellationToken);
        return TypedResults.Created((string?)null, new CreatedKey(key.Id, key.Name, key.Role, text));
    }

    private static async Task<IResult> RevokeAsync(
        string id, ClaimsPrincipal user, KeyStore store, StateFollower follower, CancellationToken cancellationToken)
    {
        if (!await store.RevokeAsync(id, user.KeyName(), cancellationToken))
            return TypedResults.Problem($"There is no key '{id}' in force.", statusCode: StatusCodes.Status404NotFound);
        await follower.RefreshAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
