namespace MyThoughts.Users.Contracts;

/// <summary>The Users module as its neighbours see it: in the same process, or over HTTP.</summary>
public interface IUsers
{
    /// <summary>Finds a person by name, compared without case.</summary>
    /// <param name="username">The name, at most 50 code points.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The person, or null when there is none of that name.</returns>
    Task<User?> FindAsync(string username, CancellationToken cancellationToken);
}
