namespace MyThoughts.Users.Names;

/// <summary>A name in the two forms that are stored.</summary>
/// <param name="Shown">As people see it, in Unicode normalization form C.</param>
/// <param name="Key">As it is compared: the same whatever the case.</param>
internal sealed record Username(string Shown, string Key);
