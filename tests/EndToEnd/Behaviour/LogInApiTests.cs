using System.Text.Json;
using MyThoughts.EndToEnd.Tests.Visiting;

namespace MyThoughts.EndToEnd.Tests.Behaviour;

[TestFixtureSource(typeof(Topology), nameof(Topology.All))]
internal sealed class LogInApiTests(Topology topology)
{
    private string username = "";

    [OneTimeSetUp]
    public async Task RegisterAsync() => username = await topology.RegisterAsync();

    [Test]
    public async Task The_right_password_answers_a_bearer_token([Values("/api/login/", "/api/login")] string path, [Values] BodyKind kind)
    {
        var answer = await topology.NewVisitor().PostAsync(kind, path, ("username", username), ("password", Names.Password));

        answer.Status.Should().Be(200);
        answer.Json.EnumerateObject().Select(property => property.Name).Should().Equal("Authorized");
        answer.Json.GetProperty("Authorized").GetString().Should().MatchRegex(@"^Bearer [\w-]+\.[\w-]+\.[\w-]+$");
    }

    [Test]
    public async Task The_token_is_signed_with_RS256_and_says_who_for_two_days_and_by_which_key()
    {
        var author = await topology.NewAuthorAsync();
        var parts = author.Visitor.Token!.Split('.');
        var header = JsonDocument.Parse(Base64Url.Decode(parts[0])).RootElement;
        var payload = JsonDocument.Parse(Base64Url.Decode(parts[1])).RootElement;

        header.GetProperty("alg").GetString().Should().Be("RS256");
        payload.GetProperty("username").GetString().Should().Be(author.Username);
        (payload.GetProperty("exp").GetInt64() - payload.GetProperty("iat").GetInt64()).Should().Be(2 * 24 * 60 * 60);
        var keys = (await topology.NewVisitor().GetAsync("/.well-known/jwks.json")).Json.GetProperty("keys").EnumerateArray();
        keys.Select(key => key.GetProperty("kid").GetString()).Should().Contain(header.GetProperty("kid").GetString());
    }

    [Test]
    public async Task Published_keys_hold_no_private_part()
    {
        var answer = await topology.NewVisitor().GetAsync("/.well-known/jwks.json");

        answer.Json.GetProperty("keys").EnumerateArray().Should().NotBeEmpty()
            .And.OnlyContain(key => !key.EnumerateObject().Any(part => part.Name == "d" || part.Name == "p" || part.Name == "q"));
    }

    [Test]
    public async Task A_name_is_the_same_name_in_capitals()
    {
        var answer = await topology.NewVisitor().PostJsonAsync("/api/login/", new { username = username.ToUpperInvariant(), password = Names.Password });

        answer.Status.Should().Be(200);
    }

    [Test]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_401()
    {
        var wrong = await topology.NewVisitor().PostJsonAsync("/api/login/", new { username, password = "wrong" });
        var unknown = await topology.NewVisitor().PostJsonAsync("/api/login/", new { username = Names.Unique("nobody"), password = "wrong" });

        wrong.ShouldBeAProblem(401);
        unknown.ShouldBeAProblem(401);
        WithoutRequestId(unknown).Should().Be(WithoutRequestId(wrong));
    }

    [TestCase("{}"), TestCase("""{"username":"bruce"}"""), TestCase("""{"username":null,"password":null}""")]
    [TestCase("""{"username":"","password":""}"""), TestCase("""{"username":"bruce\u0000","password":"x"}""")]
    public async Task A_login_that_lacks_something_is_refused_and_not_a_crash(string body)
    {
        var answer = await topology.NewVisitor().PostAsync("/api/login/", "application/json", body);

        answer.Status.Should().BeOneOf([400, 401], "of this answer: {0}", answer);
        answer.ShouldBeAProblem(answer.Status);
    }

    private static string WithoutRequestId(Answer answer) =>
        string.Join(';', answer.Json.EnumerateObject().Where(property => property.Name is not ("requestId" or "traceId")).Select(property => property.ToString()));
}
