using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Security;

namespace MyThoughts.Users.Contracts;

/// <summary>The Users module as its neighbours see it: in the same process, or over HTTP.</summary>
public interface IUsers : IFeed<UserChange>
{
    /// <summary>Makes an account. A name is given out once and never again.</summary>
    /// <param name="command">Name and password, and whose rules they follow.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The person, logged in when they signed up themselves, or why there is no account.</returns>
    Task<RegisterUserResult> RegisterAsync(RegisterUser command, CancellationToken cancellationToken);

    /// <summary>Checks a password and starts a session. Wrong passwords are counted, whichever host they came to.</summary>
    /// <param name="command">Name, password and where the request came from.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The session, or why there is none.</returns>
    Task<LogInResult> LogInAsync(LogIn command, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes an account for good. Its name is never given out again; whoever follows the feed deletes what they keep of the person,
    /// and the feed tells when all have.
    /// </summary>
    /// <param name="command">Whose account, and their password.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How it ended, once committed.</returns>
    Task<DeleteUserResult> DeleteAsync(DeleteUser command, CancellationToken cancellationToken);

    /// <summary>Finds a person by name, compared without case.</summary>
    /// <param name="username">The name, at most 50 code points.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The person, or null when there is none of that name.</returns>
    Task<User?> FindAsync(string username, CancellationToken cancellationToken);

    /// <summary>Finds out which of many names are somebody's, compared without case: those that texts mention, for example.</summary>
    /// <param name="query">The names.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Those that are, in any order, with the name as registered. A deleted account has no name.</returns>
    Task<IReadOnlyList<KnownName>> FindNamesAsync(FindNames query, CancellationToken cancellationToken);

    /// <summary>Lists the public keys that tokens in use are signed with.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The keys, the one that signs first.</returns>
    Task<JsonWebKeySet> ListKeysAsync(CancellationToken cancellationToken);

    /// <summary>Makes a new key that signs from now on. Nobody is logged out: the old one is published until its tokens have expired.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The new key's id.</returns>
    Task<string> RotateKeyAsync(CancellationToken cancellationToken);
}
