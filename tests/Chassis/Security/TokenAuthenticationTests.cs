using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Map;
using MyThoughts.Chassis.Security;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Chassis.Tests.Security;

/// <summary>Through a real Kestrel that fetches its keys from another.</summary>
public sealed class TokenAuthenticationTests
{
    private static readonly RSA Pair = RSA.Create(2048);
    private static readonly RSA Next = RSA.Create(2048);

    private static string Token => new TokenSigner(Pair, "first").Sign(TokenClaims.StartingAt("bruce", DateTimeOffset.UtcNow));

    [OneTimeTearDown]
    public void DisposeKeys()
    {
        Pair.Dispose();
        Next.Dispose();
    }

    [Test]
    public async Task The_api_takes_the_header_and_never_the_cookie()
    {
        await using var users = await StartUsersAsync(() => [JsonWebKey.Of("first", Pair)]);
        await using var host = await StartAsync($"Auth:JwksUrl={Url(users)}/keys");
        (await GetAsync(host, "/api/me", bearer: Token)).Text.Should().Be("bruce");
        (await GetAsync(host, "/api/me", cookie: Token)).Response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await GetAsync(host, "/API/me", cookie: Token)).Response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await GetAsync(host, "/api/anyone", cookie: Token)).Text.Should().Be("nobody");
    }

    [Test]
    public async Task Pages_take_the_cookie_and_never_the_header()
    {
        await using var users = await StartUsersAsync(() => [JsonWebKey.Of("first", Pair)]);
        await using var host = await StartAsync($"Auth:JwksUrl={Url(users)}/keys");
        (await GetAsync(host, "/mine", cookie: Token)).Text.Should().Be("bruce");
        (await GetAsync(host, "/mine", bearer: Token)).Response.StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Test]
    public async Task The_api_answers_401_with_a_problem_document()
    {
        await using var users = await StartUsersAsync(() => [JsonWebKey.Of("first", Pair)]);
        await using var host = await StartAsync($"Auth:JwksUrl={Url(users)}/keys");
        string?[] tokens = [null, "", "nonsense", Token + "A", new TokenSigner(Next, "first").Sign(TokenClaims.StartingAt("bruce", DateTimeOffset.UtcNow))];
        foreach (var token in tokens)
        {
            var (response, text) = await GetAsync(host, "/api/me", bearer: token);
            response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
            response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
            response.Headers.WwwAuthenticate.Should().ContainSingle(challenge => challenge.Scheme == "Bearer");
            text.Should().Contain("\"status\":401");
        }
    }

    [Test]
    public async Task Other_schemes_and_two_headers_are_no_token()
    {
        await using var users = await StartUsersAsync(() => [JsonWebKey.Of("first", Pair)]);
        await using var host = await StartAsync($"Auth:JwksUrl={Url(users)}/keys");
        foreach (var header in new[] { Token, $"Basic {Token}", "Bearer", $"Token {Token}" })
            (await SendAsync(host, "/api/me", request => request.Headers.TryAddWithoutValidation("Authorization", header))).Response
                .StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await SendAsync(host, "/api/me", request => request.Headers.TryAddWithoutValidation("Authorization", [$"Bearer {Token}", $"Bearer {Token}"]))).Response
            .StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await SendAsync(host, "/api/me", request => request.Headers.TryAddWithoutValidation("Authorization", $"bearer {Token}"))).Text.Should().Be("bruce");
    }

    [TestCase("GET", "/mine?a=b&c=d", "/login/?returnUrl=%2Fmine%3Fa%3Db%26c%3Dd")]
    [TestCase("GET", "//evil.example/mine", "/login/?returnUrl=%2F%2Fevil.example%2Fmine")]
    [TestCase("POST", "/mine", "/login/")]
    public async Task Pages_send_to_the_login(string method, string path, string location)
    {
        await using var host = await StartAsync();
        var (response, _) = await SendAsync(host, path, request => request.Method = new(method));
        response.StatusCode.Should().Be(HttpStatusCode.Found);
        response.Headers.Location!.OriginalString.Should().Be(location);
    }

    [Test]
    public async Task Keys_rotate_without_a_logout()
    {
        JsonWebKey[] published = [JsonWebKey.Of("first", Pair)];
        await using var users = await StartUsersAsync(() => published);
        await using var host = await StartAsync($"Auth:JwksUrl={Url(users)}/keys");
        var old = Token;
        (await GetAsync(host, "/api/me", bearer: old)).Text.Should().Be("bruce");
        published = [JsonWebKey.Of("second", Next), JsonWebKey.Of("first", Pair)];
        var young = new TokenSigner(Next, "second").Sign(TokenClaims.StartingAt("stephen", DateTimeOffset.UtcNow));
        (await GetAsync(host, "/api/me", bearer: young)).Text.Should().Be("stephen");
        (await GetAsync(host, "/api/me", bearer: old)).Text.Should().Be("bruce");
    }

    [Test]
    public async Task Without_users_the_host_starts_and_says_that_it_cannot_tell_then_recovers()
    {
        var port = HostAddresses.FreePort();
        await using var host = await StartAsync($"Auth:JwksUrl=http://127.0.0.1:{port}/keys");
        (await GetAsync(host, "/api/anyone")).Text.Should().Be("nobody");
        var (response, _) = await GetAsync(host, "/api/me", bearer: Token);
        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter.Should().NotBeNull();

        await using var users = await StartUsersAsync(() => [JsonWebKey.Of("first", Pair)], port);
        (await GetAsync(host, "/api/me", bearer: Token)).Text.Should().Be("bruce");
        await users.StopAsync();
        (await GetAsync(host, "/api/me", bearer: Token)).Text.Should().Be("bruce");
    }

    [Test]
    public async Task A_folder_of_trusted_keys_works_with_users_away()
    {
        var folder = Directory.CreateTempSubdirectory("trusted-keys");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "pair.pem"), Pair.ExportSubjectPublicKeyInfoPem());
        await using var host = await StartAsync($"Auth:JwksUrl=http://127.0.0.1:{HostAddresses.FreePort()}/keys", $"Auth:TrustedKeys={folder.FullName}");
        (await GetAsync(host, "/api/me", bearer: Token)).Text.Should().Be("bruce");
        var foreign = new TokenSigner(Next, "other").Sign(TokenClaims.StartingAt("bruce", DateTimeOffset.UtcNow));
        (await GetAsync(host, "/api/me", bearer: foreign)).Response.StatusCode.Should().Be(
            HttpStatusCode.ServiceUnavailable, "Users may have signed it: a 401 would make a client throw a good token away");
        folder.Delete(recursive: true);
    }

    [Test]
    public async Task An_oversized_key_set_is_not_read()
    {
        await using var users = await StartUsersAsync(() => [JsonWebKey.Of("first", Pair), .. Enumerable.Repeat(JsonWebKey.Of(new('x', 1000), Next), 200)]);
        await using var host = await StartAsync($"Auth:JwksUrl={Url(users)}/keys");
        (await GetAsync(host, "/api/me", bearer: Token)).Response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
    }

    [TestCase("Auth:TrustedKeys", "/no/such/folder"), TestCase("Auth:JwksUrl", "not an address"), TestCase("Auth:JwksUrl", "ftp://127.0.0.1/keys")]
    public void A_wrong_setting_stops_the_start_with_its_name(string setting, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build();
        var add = () => new ServiceCollection().AddTokenAuthentication(configuration, ModuleMap.Load());
        add.Should().Throw<SettingException>().WithMessage($"{setting} is '{value}'*");
    }

    private static string Url(WebApplication host) => host.Urls.Single();

    private static async Task<WebApplication> StartUsersAsync(Func<JsonWebKey[]> keys, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add($"http://127.0.0.1:{port}");
        app.MapGet("/keys", () => new JsonWebKeySet(keys()));
        await app.StartAsync();
        return app;
    }

    private static async Task<WebApplication> StartAsync(params string[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder([.. settings.Select(setting => "--" + setting)]);
        builder.Logging.ClearProviders();
        builder.Services.AddTokenAuthentication(builder.Configuration, ModuleMap.Load());
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/api/me", (ClaimsPrincipal user) => user.Username()).RequireAuthorization();
        app.MapGet("/api/anyone", (ClaimsPrincipal user) => user.Identity?.Name ?? "nobody");
        app.Map("/mine", (ClaimsPrincipal user) => user.Username()).RequireAuthorization();
        app.MapFallback(() => "").RequireAuthorization();
        await app.StartAsync();
        return app;
    }

    private static Task<(HttpResponseMessage Response, string Text)> GetAsync(WebApplication host, string path, string? bearer = null, string? cookie = null) =>
        SendAsync(host, path, request =>
        {
            if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
            if (cookie is not null) request.Headers.Add("Cookie", $"session={cookie}");
        });

    private static async Task<(HttpResponseMessage Response, string Text)> SendAsync(WebApplication host, string path, Action<HttpRequestMessage> prepare)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Url(host) + path));
        prepare(request);
        var response = await client.SendAsync(request);
        return (response, await response.Content.ReadAsStringAsync());
    }
}
