namespace MyThoughts.Users.Contracts;

/// <summary>How usernames are compared without case, for neighbours that keep names of people and have to agree with Users.</summary>
public static class UsernameCase
{
    /// <summary>Makes names that differ in case alone the same. What differs in composition, PostgreSQL's <c>normalize(…, NFC)</c> then does.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The name in the case in which names are compared.</returns>
    // To upper case first: the two small sigmas of Greek have one capital, and so are one letter here.
    public static string Fold(string name) => name.ToUpperInvariant().ToLowerInvariant();
}
