using System.Security.Claims;
using MyThoughts.Gateway.Admin;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.Store;

namespace MyThoughts.Gateway.Api;

/// <summary>A key to make.</summary>
/// <param name="Name">Who has it, in 1 to 60 characters.</param>
/// <param name="Role">What it allows.</param>
internal sealed record CreateKey(string Name, Role Role);

/// <summary>A key that was made. Its text is told here and never again.</summary>
internal sealed record CreatedKey(string Id, string Name, Role Role, string Key);

/// <summary>Keys, for operators alone: whoever could list them would know whom to ask for one.</summary>
internal static class KeyEndpoints
{
    public const int LongestName = 60;

    public static string NameWanted { get; } = $"A key is named for who has it, in 1 to {LongestName} characters.";

    public static void Map(RouteGroupBuilder api)
    {
        var keys = api.MapGroup("/keys").AddEndpointFilter(ChangeEndpoints.OnlyOperatorsAsync).WithTags("keys")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        keys.MapGet("", (KeyStore store, CancellationToken cancellationToken) => store.ListAsync(cancellationToken))
            .WithName("listKeys").WithSummary("Lists the keys, without their secrets.");
        keys.MapPost("", CreateAsync).Accepts<CreateKey>("application/json").WithName("createKey").WithSummary("Makes a key. Its text is in this answer and nowhere else.")
            .Produces<CreatedKey>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        keys.MapDelete("/{id}", RevokeAsync).WithName("revokeKey").WithSummary("Revokes a key; its sessions and streams end too.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>The name as it is kept; null when it is none.</summary>
    public static string? NameOf(string text) =>
        text.Trim() is { Length: > 0 and <= LongestName } name && !name.Any(char.IsControl) ? name : null;

    private static async Task<IResult> CreateAsync(
        StrictJson<CreateKey> body, ClaimsPrincipal user, KeyStore store, StateFollower follower, CancellationToken cancellationToken)
    {
        if (NameOf(body.Value.Name) is not { } name) return TypedResults.Problem(NameWanted, statusCode: StatusCodes.Status422UnprocessableEntity);
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
