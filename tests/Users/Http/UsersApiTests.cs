using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MyThoughts.Support;

namespace MyThoughts.Users.Tests.Http;

public sealed class UsersApiTests
{
    private TestDatabase database = null!;
    private UsersSide side = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public async Task SetUp()
    {
        database = await TestDatabase.CreateAsync(UsersModule.Definition);
        side = await UsersSide.StartAsync(database);
        client = new() { BaseAddress = side.Address };
        await side.Users.RegisterAsync(new("bruce", "password", ByAdministrator: true), default);
    }

    [OneTimeTearDown]
    public async Task TearDown()
    {
        client.Dispose();
        await side.DisposeAsync();
        await database.DisposeAsync();
    }

    [TestCase("api/login"), TestCase("api/login/")]
    public async Task A_login_answers_a_bearer_token_to_json_and_to_forms(string path)
    {
        using var form = new FormUrlEncodedContent([new("username", "bruce"), new("password", "password")]);
        foreach (var content in new HttpContent[] { JsonContent.Create(new { username = "bruce", password = "password" }), form })
        {
            var answer = await (await client.PostAsync(new Uri(path, UriKind.Relative), content)).Content.ReadFromJsonAsync<JsonElement>();
            answer.EnumerateObject().Single().Name.Should().Be("Authorized");
            answer.GetProperty("Authorized").GetString().Should().MatchRegex(@"^Bearer [\w-]+\.[\w-]+\.[\w-]+$");
        }
    }

    [TestCase("bruce", "wrong"), TestCase("nobody", "password")]
    public async Task A_wrong_name_and_a_wrong_password_get_the_same_answer(string username, string password)
    {
        using var response = await LogInAsync(new { username, password });
        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("detail").GetString().Should().Be("The username or the password is wrong.");
    }

    [Test]
    public async Task What_is_missing_is_named()
    {
        using var response = await LogInAsync(new { });
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var errors = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
        errors.EnumerateObject().Select(error => error.Name).Should().BeEquivalentTo("username", "password");
    }

    [TestCase("bruce"), TestCase("made up")]
    public async Task Too_many_wrong_passwords_get_429_whether_the_name_exists_or_not(string username)
    {
        var address = username == "bruce" ? "203.0.113.1" : "203.0.113.2";
        for (var count = 0; count < 10; count++)
            (await LogInAsync(new { username, password = "wrong" }, address)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        using var refused = await LogInAsync(new { username, password = "password" }, address);
        refused.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.Should().BeCloseTo(TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(1));
        (await refused.Content.ReadAsStringAsync()).Should().Contain("Too many wrong passwords");
        (await LogInAsync(new { username = "bruce", password = "password" }, "198.51.100.1")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Test]
    public async Task An_administrator_adds_a_user_once()
    {
        var before = DateTime.UtcNow.AddSeconds(-5);
        using var created = await client.PostAsJsonAsync("admin/users/", new { username = "Alfred Pennyworth", password = "x" });
        created.StatusCode.Should().Be(HttpStatusCode.Created);
        var user = await created.Content.ReadFromJsonAsync<JsonElement>();
        user.EnumerateObject().Select(property => property.Name).Should().Equal("id", "username", "creation");
        user.GetProperty("username").GetString().Should().Be("Alfred Pennyworth");
        user.GetProperty("creation").GetString().Should().EndWith("Z");
        user.GetProperty("creation").GetDateTime().Should().BeAfter(before);

        using var again = await client.PostAsJsonAsync("admin/users", new { username = "ALFRED pennyworth", password = "y" });
        again.StatusCode.Should().Be(HttpStatusCode.Conflict);
        again.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");

        using var refused = await client.PostAsJsonAsync("admin/users", new { username = "a/b", password = "" });
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("\"username\":").And.Contain("\"password\":");
    }

    [Test]
    public async Task The_key_set_holds_public_numbers_only()
    {
        var set = await client.GetFromJsonAsync<JsonElement>(new Uri(".well-known/jwks.json", UriKind.Relative));
        set.GetProperty("keys").EnumerateArray().Should().NotBeEmpty();
        foreach (var key in set.GetProperty("keys").EnumerateArray())
            key.EnumerateObject().Select(property => property.Name).Should().BeEquivalentTo("kty", "use", "alg", "kid", "n", "e");
    }

    [Test]
    public async Task An_administrator_rotates_the_key()
    {
        using var response = await client.PostAsync(new Uri("admin/keys", UriKind.Relative), null);
        response.StatusCode.Should().Be(HttpStatusCode.Created);
        var kid = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("kid").GetString();
        (await side.Users.ListKeysAsync(default)).Keys[0].Id.Should().Be(kid);
    }

    private async Task<HttpResponseMessage> LogInAsync(object body, string address = "192.0.2.99")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/login/") { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Test-Address", address);
        return await client.SendAsync(request);
    }
}
