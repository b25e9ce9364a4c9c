using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace MyThoughts.Chassis.Security;

/// <summary>
/// The public keys in a folder of PEM files, read again when the folder changes. They have no ids, so every token is tried with them.
/// </summary>
internal sealed class TrustedKeyFolder(string path, TimeProvider clock, ILogger<TrustedKeyFolder> logger) : ITokenKeySource
{
    private const int MostFiles = 32;
    private const int MostBytes = 16 * 1024;

    // A look at the folder now and then also sees changes on mounted volumes, which announce none.
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private IReadOnlyList<TokenKey> keys = [];
    private DateTimeOffset nextLook = DateTimeOffset.MinValue;
    private string seen = "";

    public ValueTask<IReadOnlyList<TokenKey>?> KeysAsync(string? keyId, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (clock.GetUtcNow() >= nextLook) Look();
            return new(keys);
        }
    }

    private void Look()
    {
        nextLook = clock.GetUtcNow() + LookEvery;
        try
        {
            var files = new DirectoryInfo(path).EnumerateFiles("*.pem").OrderBy(file => file.Name, StringComparer.Ordinal).Take(MostFiles).ToList();
            var now = string.Join('\n', files.Select(Fingerprint));
            if (now == seen) return;
            keys = [.. files.Select(Read).OfType<TokenKey>()];
            seen = now;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning("Cannot read the trusted keys in {Folder} ({Problem}): the {Count} known already stay in use", path, problem.Message, keys.Count);
        }
    }

    private TokenKey? Read(FileInfo file)
    {
        try
        {
            if (file.Length > MostBytes) throw new CryptographicException("this file is too large for a key");
            return TokenKey.FromPem(File.ReadAllText(file.FullName));
        }
        catch (CryptographicException problem)
        {
            logger.LogWarning("Left out the trusted key {File}: {Problem}", file.FullName, problem.Message);
            return null;
        }
    }

    private static string Fingerprint(FileInfo file) =>
        string.Create(CultureInfo.InvariantCulture, $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}");
}
