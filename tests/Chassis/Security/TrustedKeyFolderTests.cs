using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using MyThoughts.Chassis.Security;
using MyThoughts.Support;

namespace MyThoughts.Chassis.Tests.Security;

public sealed class TrustedKeyFolderTests
{
    private readonly TestClock clock = new(TestTokens.Now);
    private string path = "";

    [SetUp]
    public void SetUp() => path = Directory.CreateTempSubdirectory("trusted-keys").FullName;

    [TearDown]
    public void TearDown()
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
    }

    [Test]
    public async Task Keys_come_and_go_with_their_files()
    {
        var folder = Folder();
        (await CountAsync(folder)).Should().Be(0);
        Write("a.pem");
        Write("b.pem");
        (await CountAsync(folder)).Should().Be(2);
        File.Delete(Path.Combine(path, "a.pem"));
        (await CountAsync(folder)).Should().Be(1);
    }

    [Test]
    public async Task What_is_no_public_key_is_left_out()
    {
        Write("good.pem");
        Write("notes.txt");
        using var pair = RSA.Create(2048);
        File.WriteAllText(Path.Combine(path, "private.pem"), pair.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(path, "broken.pem"), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----");
        File.WriteAllText(Path.Combine(path, "large.pem"), new string('x', 100_000));
        (await CountAsync(Folder())).Should().Be(1);
    }

    [Test]
    public async Task The_known_keys_stay_when_the_folder_cannot_be_read()
    {
        Write("a.pem");
        var folder = Folder();
        (await CountAsync(folder)).Should().Be(1);
        Directory.Delete(path, recursive: true);
        (await CountAsync(folder)).Should().Be(1);
    }

    private TrustedKeyFolder Folder() => new(path, clock, NullLogger<TrustedKeyFolder>.Instance);

    private async Task<int> CountAsync(TrustedKeyFolder folder)
    {
        clock.Now += TimeSpan.FromSeconds(2);
        return (await folder.KeysAsync("any", default))!.Count;
    }

    private void Write(string name)
    {
        using var pair = RSA.Create(2048);
        File.WriteAllText(Path.Combine(path, name), pair.ExportSubjectPublicKeyInfoPem());
    }
}
