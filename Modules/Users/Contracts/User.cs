namespace MyThoughts.Users.Contracts;

/// <summary>A person with an account.</summary>
/// <param name="Id">Number of the account.</param>
/// <param name="Username">The name as registered, in Unicode normalization form C.</param>
/// <param name="Creation">When the account was made, in UTC.</param>
public sealed record User(long Id, string Username, DateTime Creation);
