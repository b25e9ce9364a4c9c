using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Security;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Search.Tests;

/// <summary>The feed of Users, in which a test deletes accounts.</summary>
internal sealed class FakeAccounts : IUsers
{
    private readonly Lock gate = new();
    private readonly List<UserChange> rows = [];

    public void Delete(string username)
    {
        lock (gate) rows.Add(new(new(1, 100, rows.Count + 1), rows.Count + 1, username, User: null));
    }

    public async Task<FeedChanges<UserChange>> ChangesAsync(ReadChanges query, CancellationToken cancellationToken)
    {
        // No notification here: a look every few milliseconds brings the news.
        await Task.Delay(20, cancellationToken);
        lock (gate) return new([.. rows.Where(row => row.Cursor > query.After).Take(query.Limit)]);
    }

    public Task<UserChange?> ChangeOfAsync(long id, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<IReadOnlyList<string>> WaitUntilPassedAsync(FeedCursor position, TimeSpan wait, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<FeedStatus> FeedStatusAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<IReadOnlyList<KnownName>> FindNamesAsync(FindNames query, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<User?> FindAsync(string username, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<RegisterUserResult> RegisterAsync(RegisterUser command, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<DeleteUserResult> DeleteAsync(DeleteUser command, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<LogInResult> LogInAsync(LogIn command, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<JsonWebKeySet> ListKeysAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<string> RotateKeyAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
