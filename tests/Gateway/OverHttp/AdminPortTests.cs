using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Gateway.Tests.Hosts;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.OverHttp;

/// <summary>Who may do what at the admin port.</summary>
[Category(Claim.Category), Category("admin")]
internal sealed class AdminPortTests
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];
    private static readonly string[] Open = ["/health", "/healthcheck", "/admin/login", "/assets", "/admin/assets"];

    private Backend monolith = null!;
    private RunningGateway gateway = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        monolith = await Backend.StartAsync("monolith");
        gateway = await RunningGateway.StartAsync(monolith, search: null);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await gateway.DisposeAsync();
        await monolith.DisposeAsync();
    }

    [Test]
    public async Task Without_a_key_every_path_is_401_but_health_login_and_its_assets()
    {
        string[] others = ["/", "/search", "/nothing/here", "/admin", "/admin/", "/ADMIN/API/state", "//admin/api/state", "/admin/api/nothing", "/metrics", "/internal/x", "/openapi/v1.json"];
        var asked = 0;
        foreach (var path in Paths().Concat(others).Where(path => !Open.Any(open => path.StartsWith(open, StringComparison.OrdinalIgnoreCase))))
        {
            foreach (var method in Methods)
            {
                var answer = await gateway.AdminAsync(method, path, json: method is "GET" or "HEAD" ? null : "{}");
                answer.Status.Should().Be(401, "of {0} {1}", method, path);
                asked++;
            }
        }
        foreach (var path in new[] { "/health/live", "/health/ready", "/healthcheck" }) (await gateway.AdminAsync("GET", path)).Status.Should().Be(200);
        monolith.Seen.Should().BeEmpty();
        asked.Should().BeGreaterThan(100);
        Claim.Holds("Admin paths without a key but health, login and its assets", $"{asked} of {asked} answered 401");
    }

    [Test]
    public async Task A_viewer_changes_nothing_whatever_they_send()
    {
        var viewer = await gateway.NewKeyAsync("viewer", "vera");
        var before = await gateway.Api.VersionAsync();
        var asked = 0;
        foreach (var path in Paths().Where(path => path.StartsWith("/admin/api", StringComparison.Ordinal)))
        {
            foreach (var method in Methods.Except(["GET", "HEAD"]))
            {
                // With a good body, a bad one and none at all: who may not change learns of no other mistake.
                foreach (var json in new[] { """{"weight":1,"mode":"maint","address":"http://10.0.0.1","version":1}""", "{", null })
                {
                    (await gateway.AdminAsync(method, path, viewer, json)).Status.Should().Be(403, "of {0} {1}", method, path);
                    asked++;
                }
            }
        }
        (await gateway.AdminAsync("GET", "/admin/api/keys", viewer)).Status.Should().Be(403);
        foreach (var path in new[] { "/admin/api/state", "/admin/api/history", "/admin/api/audit", "/admin/api/explain?path=/search", "/metrics", "/admin/version/" })
            (await gateway.AdminAsync("GET", path, viewer)).Status.Should().Be(200, "a viewer may look at {0}", path);
        (await gateway.Api.VersionAsync()).Should().Be(before);
        Claim.Holds("Changes by a viewer", $"{asked} of {asked} answered 403, the state at version {before} as before");
    }

    [Test]
    public async Task Of_two_operators_who_change_the_same_version_at_once_one_gets_412()
    {
        var anna = await gateway.NewKeyAsync("operator", "anna");
        var rounds = Claim.Size(10, 200);
        for (var round = 0; round < rounds; round++)
        {
            var tag = $"\"{await gateway.Api.VersionAsync()}\"";
            var answers = await Task.WhenAll(new[] { (anna, 10), (gateway.Api.Key, 20) }.Select(change => gateway.AdminAsync(
                "PUT", "/admin/api/routes/search/weight", change.Item1, $$"""{"weight":{{change.Item2 + (round % 2)}},"force":true}""", ("If-Match", tag))));
            answers.Select(answer => answer.Status).Should().BeEquivalentTo([200, 412]);
        }
        Claim.Holds("Two operators at once", $"{rounds} times one 200 and one 412");
    }

    [Test]
    public async Task The_public_port_knows_nothing_of_administration_even_with_a_key()
    {
        foreach (var path in Paths().Where(path => path.StartsWith("/admin", StringComparison.Ordinal)))
        {
            foreach (var method in Methods.Except(["OPTIONS"]))
            {
                using var response = await gateway.SendAsync(new(method), path, null, ("Authorization", $"Bearer {gateway.Api.Key}"));
                ((int)response.StatusCode).Should().Be(404, "of {0} {1}", method, path);
            }
        }
    }

    [Test]
    public async Task A_key_that_is_revoked_opens_nothing_any_more_and_the_audit_says_who_did_it()
    {
        var made = await gateway.AdminAsync("POST", "/admin/api/keys", gateway.Api.Key, """{"name":"leaver","role":"operator"}""");
        var (id, key) = (made.Json["id"]!.GetValue<string>(), made.Json["key"]!.GetValue<string>());
        (await gateway.AdminAsync("GET", "/admin/api/keys", key)).Text.Should().Contain("leaver").And.NotContain(key);
        (await gateway.AdminAsync("DELETE", $"/admin/api/keys/{id}", gateway.Api.Key)).Status.Should().Be(204);
        (await gateway.AdminAsync("DELETE", $"/admin/api/keys/{id}", gateway.Api.Key)).Status.Should().Be(404);
        (await gateway.AdminAsync("GET", "/admin/api/state", key)).Status.Should().Be(401);
        var audit = (await gateway.AdminAsync("GET", "/admin/api/audit?limit=100", gateway.Api.Key)).Text;
        audit.Should().Contain("key created").And.Contain("key revoked").And.Contain($"{id} leaver").And.NotContain(key);
    }

    [TestCase("""{"name":" ","role":"viewer"}""", 422), TestCase("""{"name":"a\u0007b","role":"viewer"}""", 422), TestCase("""{"name":"vera","role":"owner"}""", 400), TestCase("""{"name":"vera"}""", 400), TestCase("""{"name":null,"role":"viewer"}""", 400)]
    public async Task A_key_needs_a_name_and_a_role(string json, int status) =>
        (await gateway.AdminAsync("POST", "/admin/api/keys", gateway.Api.Key, json)).Status.Should().Be(status);

    private IEnumerable<string> Paths() => gateway.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Select(endpoint => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Text))))).Distinct();

    private static string Text(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPart part) => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "route" or "cluster" } => "search",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "side" } => "service",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "documentName" } => "v1",
        _ => "1",
    };
}
