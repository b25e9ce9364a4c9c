using System.Net;
using System.Text.Json.Nodes;
using MyThoughts.Gateway.Tests.Hosts;

namespace MyThoughts.Gateway.Tests.OverHttp;

internal sealed class ApiDocumentTests
{
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
    public async Task Every_operation_says_what_it_does_and_how_it_may_be_refused()
    {
        var operations = Operations(await ReadAsync());
        operations.Should().HaveCount(17);
        operations.Select(operation => operation.Body["operationId"]!.ToString()).Should().OnlyHaveUniqueItems();
        foreach (var (name, body) in operations)
        {
            body["summary"]!.ToString().Should().EndWith(".", name);
            Responses(body).Should().Contain(["401", "429"], name);
            foreach (var (_, response) in body["responses"]!.AsObject()) response!["description"]!.ToString().Should().EndWith(".", name);
            foreach (var parameter in body["parameters"]?.AsArray() ?? []) parameter!["description"].Should().NotBeNull($"{name} {parameter["name"]}");
        }
    }

    [Test]
    public async Task Every_change_wants_the_version_that_it_is_based_on()
    {
        var changes = Operations(await ReadAsync()).Where(operation => operation.Body["tags"]![0]!.ToString() == "changes").ToList();
        changes.Should().HaveCount(7);
        foreach (var (name, body) in changes)
        {
            var tag = body["parameters"]!.AsArray().Single(parameter => parameter!["name"]!.ToString() == "If-Match")!;
            (tag["in"]!.ToString(), tag["required"]!.GetValue<bool>()).Should().Be(("header", true), name);
            Responses(body).Should().Contain(["200", "403", "412", "422", "428", "503"], name);
            body["responses"]!["200"]!["headers"]!["ETag"].Should().NotBeNull(name);
        }
    }

    [Test]
    public async Task A_weight_and_a_mode_have_the_schema_that_is_enforced()
    {
        var schemas = (await ReadAsync())["components"]!["schemas"]!;
        (schemas["Weight"]!["minimum"]!.GetValue<int>(), schemas["Weight"]!["maximum"]!.GetValue<int>()).Should().Be((0, 100));
        schemas["Mode"]!["enum"]!.AsArray().Select(mode => mode!.ToString()).Should().Equal("ready", "drain", "maint");
        schemas["SideFigures"]!["properties"]!["p99"]!["description"]!.ToString().Should().StartWith("Ninety-nine of a hundred");
    }

    [TestCase("/admin/openapi/v1.json"), TestCase("/admin/docs/index.html"), TestCase("/admin/docs/swagger-ui.css")]
    public async Task Document_and_page_need_a_key_and_the_admin_port(string path)
    {
        using var nobody = new HttpClient();
        using var refused = await nobody.GetAsync(new Uri(gateway.Addresses.Internal, path));
        refused.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        using var outside = await nobody.GetAsync(new Uri(gateway.Addresses.Public, path));
        outside.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var found = await AskAsync(path);
        found.StatusCode.Should().Be(HttpStatusCode.OK);
        found.Content.Headers.ContentLength.Should().NotBe(0);
    }

    [Test]
    public async Task The_page_may_run_what_it_needs_and_pages_of_ours_may_not()
    {
        using var docs = await AskAsync("/admin/docs/index.html");
        docs.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("script-src 'self' 'unsafe-inline'");
        using var other = await AskAsync("/admin/api/state");
        other.Headers.GetValues("Content-Security-Policy").Single().Should().NotContain("unsafe-inline");
    }

    private static List<(string Name, JsonNode Body)> Operations(JsonNode document) =>
        [.. document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(method => ($"{method.Key} {path.Key}", method.Value!)))];

    private static IEnumerable<string> Responses(JsonNode operation) => operation["responses"]!.AsObject().Select(response => response.Key);

    private async Task<JsonNode> ReadAsync()
    {
        using var answer = await AskAsync("/admin/openapi/v1.json");
        return JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
    }

    private Task<HttpResponseMessage> AskAsync(string path) => gateway.Client.SendAsync(
        new HttpRequestMessage(HttpMethod.Get, new Uri(gateway.Addresses.Internal, path)) { Headers = { Authorization = new("Bearer", gateway.Api.Key) } });
}
