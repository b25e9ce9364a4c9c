using System.Security.Cryptography;
using System.Text;

namespace MyThoughts.EndToEnd.Tests.Visiting;

/// <summary>A second issuer of tokens whose public key every host trusts, so that tests can sign what Users never would.</summary>
internal sealed class TrustedIssuer : IDisposable
{
    private readonly RSA key = RSA.Create(2048);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mythoughts-keys-");

    public TrustedIssuer() => File.WriteAllText(Path.Combine(Folder, "second-issuer.pem"), key.ExportSubjectPublicKeyInfoPem());

    /// <summary>Where the hosts look for trusted keys.</summary>
    public string Folder => folder.FullName;

    public string Sign(string username, long issued, long expires)
    {
        var header = Base64Url.Encode("""{"alg":"RS256","typ":"JWT"}""");
        var signed = $"{header}.{Base64Url.Encode($$"""{"username":"{{username}}","iat":{{issued}},"exp":{{expires}}}""")}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.Encode(signature)}";
    }

    public void Dispose()
    {
        key.Dispose();
        folder.Delete(recursive: true);
    }
}
