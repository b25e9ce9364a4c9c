using System.Collections.Concurrent;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Http;
using MyThoughts.Chassis.Security;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Thoughts.Tests;

/// <summary>Knows bruce and Stephen, until it is away.</summary>
internal sealed class FakeUsers : IUsers
{
    private static readonly string[] Names = ["bruce", "Stephen"];

    private readonly List<UserChange> deletions = [];

    public bool IsAway { get; set; }

    /// <summary>While it has not ended, no question for names is answered.</summary>
    public Task Silence { get; set; } = Task.CompletedTask;

    /// <summary>Every question for names that came.</summary>
    public ConcurrentQueue<FindNames> Questions { get; } = [];

    public void Delete(string username)
    {
        lock (deletions) deletions.Add(new(new(1, 100, deletions.Count + 1), deletions.Count + 1, username, User: null));
    }

    public async Task<FeedChanges<UserChange>> ChangesAsync(ReadChanges query, CancellationToken cancellationToken)
    {
        // No notification here: a look every few milliseconds brings the news.
        await Task.Delay(20, cancellationToken);
        if (IsAway) throw new NeighbourUnavailableException("users", null);
        lock (deletions) return new([.. deletions.Where(change => change.Cursor > query.After).Take(query.Limit)]);
    }

    public Task<User?> FindAsync(string username, CancellationToken cancellationToken) => IsAway
        ? throw new NeighbourUnavailableException("users", null)
        : Task.FromResult(Names.Where(name => name.Equals(username, StringComparison.OrdinalIgnoreCase))
            .Select(name => new User(1, name, new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc))).SingleOrDefault());

    public async Task<IReadOnlyList<KnownName>> FindNamesAsync(FindNames query, CancellationToken cancellationToken)
    {
        Questions.Enqueue(query);
        if (IsAway) throw new NeighbourUnavailableException("users", null);
        await Silence.WaitAsync(cancellationToken);
        return [.. query.Names.SelectMany(name => Names.Where(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(known => new KnownName(name, known)))];
    }

    public Task<RegisterUserResult> RegisterAsync(RegisterUser command, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<DeleteUserResult> DeleteAsync(DeleteUser command, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<LogInResult> LogInAsync(LogIn command, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<JsonWebKeySet> ListKeysAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<string> RotateKeyAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<UserChange?> ChangeOfAsync(long id, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<IReadOnlyList<string>> WaitUntilPassedAsync(FeedCursor position, TimeSpan wait, CancellationToken cancellationToken) => throw new NotSupportedException();
    public Task<FeedStatus> FeedStatusAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
