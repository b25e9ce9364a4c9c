namespace MyThoughts.Users.Contracts;

/// <summary>Asks for an account.</summary>
/// <param name="Username">The name, at most 50 code points in Unicode normalization form C, without <c>/</c> and control characters.</param>
/// <param name="Password">The password, at most 128 code points.</param>
/// <param name="ByAdministrator">
/// Takes any such name and password, as older clients need. People who sign up choose a name that can be mentioned and a password of
/// eight characters, and are logged in.
/// </param>
public sealed record RegisterUser(string Username, string Password, bool ByAdministrator = false);
