namespace MyThoughts.Users.Contracts;

/// <summary>Asks for a session.</summary>
/// <param name="Username">The name, compared without case.</param>
/// <param name="Password">The password as typed.</param>
/// <param name="Network">The client's network, by which wrong passwords are counted.</param>
public sealed record LogIn(string Username, string Password, string Network);
