using System.Net;
using System.Net.Http.Json;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Http;
using MyThoughts.Chassis.Security;

namespace MyThoughts.Users.Contracts;

/// <summary>The contract over HTTP: asks the host that runs the module, on its internal port.</summary>
internal sealed class RemoteUsers(HttpClient client) : IUsers
{
    private readonly RemoteFeed<UserChange> feed = new(client, "users");

    public Task<RegisterUserResult> RegisterAsync(RegisterUser command, CancellationToken cancellationToken) =>
        PostAsync<RegisterUserResult>("internal/users/register", command, cancellationToken);

    public Task<LogInResult> LogInAsync(LogIn command, CancellationToken cancellationToken) =>
        PostAsync<LogInResult>("internal/users/login", command, cancellationToken);

    public Task<DeleteUserResult> DeleteAsync(DeleteUser command, CancellationToken cancellationToken) =>
        PostAsync<DeleteUserResult>("internal/users/delete", command, cancellationToken);

    public async Task<User?> FindAsync(string username, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(
            new Uri($"internal/users/find?username={Uri.EscapeDataString(username)}", UriKind.Relative), cancellationToken);
        // Nobody has a name too long for an address.
        return response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.RequestUriTooLong ? null : await response.ReadAsync<User>("users", cancellationToken);
    }

    // A read, but by POST: no address is long enough for a hundred names.
    public Task<IReadOnlyList<KnownName>> FindNamesAsync(FindNames query, CancellationToken cancellationToken) =>
        PostAsync<IReadOnlyList<KnownName>>("internal/users/names", query, cancellationToken);

    public async Task<JsonWebKeySet> ListKeysAsync(CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(new Uri("internal/users/keys", UriKind.Relative), cancellationToken);
        return await response.ReadAsync<JsonWebKeySet>("users", cancellationToken);
    }

    public Task<string> RotateKeyAsync(CancellationToken cancellationToken) =>
        PostAsync<string>("internal/users/rotate-key", new { }, cancellationToken);

    public Task<FeedChanges<UserChange>> ChangesAsync(ReadChanges query, CancellationToken cancellationToken) => feed.ChangesAsync(query, cancellationToken);

    public Task<UserChange?> ChangeOfAsync(long id, CancellationToken cancellationToken) => feed.ChangeOfAsync(id, cancellationToken);

    public Task<IReadOnlyList<string>> WaitUntilPassedAsync(FeedCursor position, TimeSpan wait, CancellationToken cancellationToken) =>
        feed.WaitUntilPassedAsync(position, wait, cancellationToken);

    public Task<FeedStatus> FeedStatusAsync(CancellationToken cancellationToken) => feed.FeedStatusAsync(cancellationToken);

    private async Task<TAnswer> PostAsync<TAnswer>(string path, object command, CancellationToken cancellationToken)
    {
        using var response = await client.PostAsJsonAsync(new Uri(path, UriKind.Relative), command, cancellationToken);
        return await response.ReadAsync<TAnswer>("users", cancellationToken);
    }
}
