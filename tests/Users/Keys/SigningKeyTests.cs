using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using MyThoughts.Chassis.Security;
using MyThoughts.Support;

namespace MyThoughts.Users.Tests.Keys;

public sealed class SigningKeyTests
{
    private readonly TestClock clock = new(new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
    private TestDatabase database = null!;
    private DirectoryInfo ring = null!;
    private UsersSide monolith = null!;
    private UsersSide service = null!;

    [OneTimeSetUp]
    public async Task CreateDatabase() => database = await TestDatabase.CreateAsync(UsersModule.Definition);

    [OneTimeTearDown]
    public async Task DropDatabase() => await database.DisposeAsync();

    [SetUp]
    public async Task SetUp()
    {
        await ExecuteAsync<int>("DELETE FROM users.signing_key; DELETE FROM users.account");
        ring = Directory.CreateTempSubdirectory("key-ring");
        monolith = await UsersSide.StartAsync(database, clock, ring);
        service = await UsersSide.StartAsync(database, clock, ring);
    }

    [TearDown]
    public async Task TearDown()
    {
        await monolith.DisposeAsync();
        await service.DisposeAsync();
        ring.Delete(recursive: true);
    }

    [Test]
    public async Task Hosts_that_race_for_the_first_key_agree_on_one()
    {
        var sets = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => (number % 2 == 0 ? monolith : service).Users.ListKeysAsync(default)));
        sets.Select(set => set.Keys.Single().Id).Distinct().Should().ContainSingle();
    }

    [Test]
    public async Task A_token_of_one_side_is_good_on_the_other_before_and_after_a_rotation()
    {
        var old = await SignUpAsync(monolith, "bruce");
        (await IsGoodAsync(service, old)).Should().BeTrue();

        var kid = await service.Users.RotateKeyAsync(default);
        var young = await SignUpAsync(monolith, "stephen");
        KeyIdOf(young).Should().Be(kid);
        foreach (var side in new[] { monolith, service })
        {
            (await IsGoodAsync(side, young)).Should().BeTrue();
            (await IsGoodAsync(side, old)).Should().BeTrue();
        }
    }

    [Test]
    public async Task A_replaced_key_is_published_until_its_last_token_has_expired()
    {
        var first = (await monolith.Users.ListKeysAsync(default)).Keys.Single().Id;
        clock.Now += TimeSpan.FromDays(30);
        var second = await monolith.Users.RotateKeyAsync(default);
        clock.Now += TokenClaims.Lifetime;
        (await monolith.Users.ListKeysAsync(default)).Keys.Select(key => key.Id).Should().Equal(second, first);
        clock.Now += TimeSpan.FromHours(2);
        (await monolith.Users.ListKeysAsync(default)).Keys.Select(key => key.Id).Should().Equal(second);
    }

    [Test]
    public async Task A_token_lasts_two_days()
    {
        var token = await SignUpAsync(monolith, "bruce");
        clock.Now += TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1);
        (await IsGoodAsync(service, token)).Should().BeTrue();
        clock.Now += TimeSpan.FromSeconds(1);
        (await IsGoodAsync(service, token)).Should().BeFalse();
    }

    [Test]
    public async Task With_the_key_ring_lost_a_new_key_signs_and_old_tokens_stay_good()
    {
        var old = await SignUpAsync(monolith, "bruce");
        await using var restored = await UsersSide.StartAsync(database, clock);
        var young = await SignUpAsync(restored, "stephen");
        (await IsGoodAsync(restored, old)).Should().BeTrue();
        (await IsGoodAsync(restored, young)).Should().BeTrue();
        (await restored.Users.ListKeysAsync(default)).Keys.Should().HaveCount(2);
    }

    [Test]
    public async Task The_database_holds_no_readable_private_key()
    {
        await monolith.Users.ListKeysAsync(default);
        var stored = Convert.FromBase64String(await ExecuteAsync<string>("SELECT protected_private_key FROM users.signing_key") ?? "");
        using var rsa = RSA.Create();
        var import = () => rsa.ImportPkcs8PrivateKey(stored, out _);
        import.Should().Throw<CryptographicException>();
    }

    private async Task<T?> ExecuteAsync<T>(string sql)
    {
        await using var source = database.DataSource(UsersModule.Name);
        await using var connection = await source.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<T>(sql);
    }

    private static string? KeyIdOf(string token) =>
        JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.')[0])).RootElement.GetProperty("kid").GetString();

    private static async Task<string> SignUpAsync(UsersSide side, string name) =>
        (await side.Users.RegisterAsync(new(name, "correct horse"), default)).Session!.Token;

    private static async Task<bool> IsGoodAsync(UsersSide side, string token)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = side.Address };
        client.DefaultRequestHeaders.Add("Cookie", $"{SessionCookie.Name}={token}");
        return (await client.GetAsync(new Uri("account", UriKind.Relative))).IsSuccessStatusCode;
    }
}
