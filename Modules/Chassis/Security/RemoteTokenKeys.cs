using System.Net.Http.Json;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Chassis.Security;

/// <summary>Asks Users for its public keys over HTTP.</summary>
internal sealed class RemoteTokenKeys : IDisposable
{
    private readonly HttpClient client;

    public RemoteTokenKeys(TokenSettings settings)
    {
        Address = settings.JwksUrl;
        // Redirects are not followed: the address is the operator's word on whom to trust.
        var transport = new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2) };
        client = new(transport) { Timeout = TimeSpan.FromSeconds(2), MaxResponseContentBufferSize = 64 * 1024 };
        if (settings.JwksInternalKey is { Length: > 0 } key) client.DefaultRequestHeaders.TryAddWithoutValidation(InternalPort.KeyHeader, key);
    }

    public Uri Address { get; }

    public async Task<IReadOnlyList<TokenKey>> FetchAsync(CancellationToken cancellationToken)
    {
        var published = await client.GetFromJsonAsync<JsonWebKeySet>(Address, cancellationToken);
        return published?.Keys is null ? throw new InvalidDataException("the answer is no key set") : published.ToTokenKeys();
    }

    public void Dispose() => client.Dispose();
}
