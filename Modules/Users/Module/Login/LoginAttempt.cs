namespace MyThoughts.Users.Login;

/// <summary>A try to log in.</summary>
/// <param name="UsernameKey">The name as compared, whether it exists or not.</param>
/// <param name="Network">Where it came from.</param>
internal sealed record LoginAttempt(string UsernameKey, string Network);
