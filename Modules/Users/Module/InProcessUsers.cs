using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Security;
using MyThoughts.Users.Contracts;
using MyThoughts.Users.Keys;
using MyThoughts.Users.Login;
using MyThoughts.Users.Lookup;
using MyThoughts.Users.Deleting;
using MyThoughts.Users.Feed;
using MyThoughts.Users.Registration;

namespace MyThoughts.Users;

/// <summary>The contract inside the process that runs the module.</summary>
internal sealed class InProcessUsers(RegisterUserHandler register, LogInHandler logIn, DeleteUserHandler delete, FindUserHandler find,
    FindNamesHandler findNames, PublicKeys keys, [FromKeyedServices(UsersModule.Name)] FeedSource feed) : IUsers
{
    public Task<RegisterUserResult> RegisterAsync(RegisterUser command, CancellationToken cancellationToken) =>
        register.HandleAsync(command, cancellationToken);

    public Task<LogInResult> LogInAsync(LogIn command, CancellationToken cancellationToken) => logIn.HandleAsync(command, cancellationToken);

    public Task<DeleteUserResult> DeleteAsync(DeleteUser command, CancellationToken cancellationToken) => delete.HandleAsync(command, cancellationToken);

    public Task<User?> FindAsync(string username, CancellationToken cancellationToken) => find.HandleAsync(username, cancellationToken);

    public Task<IReadOnlyList<KnownName>> FindNamesAsync(FindNames query, CancellationToken cancellationToken) =>
        findNames.HandleAsync(query, cancellationToken);

    public Task<JsonWebKeySet> ListKeysAsync(CancellationToken cancellationToken) => keys.ListAsync(cancellationToken);

    public Task<string> RotateKeyAsync(CancellationToken cancellationToken) => keys.RotateAsync(cancellationToken);

    public Task<FeedChanges<UserChange>> ChangesAsync(ReadChanges query, CancellationToken cancellationToken) =>
        feed.ReadAsync<ChangeRow, UserChange>(query, row => row.ToChange(), cancellationToken);

    public Task<UserChange?> ChangeOfAsync(long id, CancellationToken cancellationToken) =>
        feed.ReadOneAsync<ChangeRow, UserChange>(id, row => row.ToChange(), cancellationToken);

    public Task<IReadOnlyList<string>> WaitUntilPassedAsync(FeedCursor position, TimeSpan wait, CancellationToken cancellationToken) =>
        feed.WaitUntilPassedAsync(position, wait, cancellationToken);

    public Task<FeedStatus> FeedStatusAsync(CancellationToken cancellationToken) => feed.StatusAsync(cancellationToken);
}
