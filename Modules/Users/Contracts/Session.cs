namespace MyThoughts.Users.Contracts;

/// <summary>A login: what the API hands out as bearer token and pages keep in a cookie.</summary>
/// <param name="Token">The signed token.</param>
/// <param name="ExpiresAt">When it expires.</param>
public sealed record Session(string Token, DateTimeOffset ExpiresAt);
