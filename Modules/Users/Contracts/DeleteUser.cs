namespace MyThoughts.Users.Contracts;

/// <summary>Asks for an account to be deleted for good, with everything its owner posted.</summary>
/// <param name="Username">Whose account, as the token names them.</param>
/// <param name="Password">Their password, asked for again: a browser left open must not be enough.</param>
/// <param name="Network">The client's network, by which wrong passwords are counted.</param>
public sealed record DeleteUser(string Username, string Password, string Network);
