using System.Security.Cryptography;
using MyThoughts.Chassis.Security;

namespace MyThoughts.Users.Keys;

/// <summary>Publishes the public halves and replaces the signing key.</summary>
internal sealed class PublicKeys(SigningKeyStore store)
{
    public async Task<JsonWebKeySet> ListAsync(CancellationToken cancellationToken)
    {
        // Made now rather than at the first login: an empty key set would only have to be asked for again.
        if (await store.NewestAsync(cancellationToken) is null) await store.FollowAsync(previous: null, cancellationToken);
        return new([.. (await store.PublishedAsync(cancellationToken)).Select(Describe)]);
    }

    public async Task<string> RotateAsync(CancellationToken cancellationToken) =>
        (await store.FollowAsync(await store.NewestAsync(cancellationToken), cancellationToken)).Kid;

    private static JsonWebKey Describe(SigningKey key)
    {
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(key.PublicKey, out _);
        return JsonWebKey.Of(key.Kid, rsa);
    }
}
