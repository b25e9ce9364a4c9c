using System.Security.Claims;

namespace MyThoughts.Chassis.Security;

/// <summary>Reads what a token says of its bearer.</summary>
public static class Principals
{
    /// <summary>The claim that carries the name.</summary>
    public const string UsernameClaim = "username";

    /// <summary>The name of the person who is logged in.</summary>
    /// <param name="user">The principal of a request that required authorization.</param>
    /// <returns>The username as registered.</returns>
    /// <exception cref="InvalidOperationException">Nobody is logged in.</exception>
    public static string Username(this ClaimsPrincipal user) =>
        user.FindFirstValue(UsernameClaim) ?? throw new InvalidOperationException("The request has no user: require authorization first.");
}
