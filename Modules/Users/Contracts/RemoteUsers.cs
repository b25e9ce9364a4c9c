using System.Net;
using System.Net.Http.Json;
using MyThoughts.Chassis.Security;

namespace MyThoughts.Users.Contracts;

/// <summary>The contract over HTTP: asks the host that runs the module, on its internal port.</summary>
/// <param name="client">Knows the host's address, its limits of time and its key.</param>
public sealed class RemoteUsers(HttpClient client) : IUsers
{
    /// <inheritdoc/>
    public Task<RegisterUserResult> RegisterAsync(RegisterUser command, CancellationToken cancellationToken) =>
        PostAsync<RegisterUserResult>("internal/users/register", command, cancellationToken);

    /// <inheritdoc/>
    public Task<LogInResult> LogInAsync(LogIn command, CancellationToken cancellationToken) =>
        PostAsync<LogInResult>("internal/users/login", command, cancellationToken);

    /// <inheritdoc/>
    public async Task<User?> FindAsync(string username, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(
            new Uri($"internal/users/find?username={Uri.EscapeDataString(username)}", UriKind.Relative), cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync<User>(response, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<JsonWebKeySet> ListKeysAsync(CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(new Uri(".well-known/jwks.json", UriKind.Relative), cancellationToken);
        return await ReadAsync<JsonWebKeySet>(response, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<string> RotateKeyAsync(CancellationToken cancellationToken) =>
        PostAsync<string>("internal/users/rotate-key", new { }, cancellationToken);

    private async Task<TAnswer> PostAsync<TAnswer>(string path, object command, CancellationToken cancellationToken)
    {
        using var response = await client.PostAsJsonAsync(new Uri(path, UriKind.Relative), command, cancellationToken);
        return await ReadAsync<TAnswer>(response, cancellationToken);
    }

    private static async Task<TAnswer> ReadAsync<TAnswer>(HttpResponseMessage response, CancellationToken cancellationToken) =>
        await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<TAnswer>(cancellationToken)
        ?? throw new InvalidDataException("The users module answered nothing.");
}
