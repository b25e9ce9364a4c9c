using MyThoughts.Gateway.Cli;
using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway.Tests.Cli;

internal sealed class ExplainVerbTests
{
    private const string Visitor = "01890a5d-ac96-774b-bcce-b302099a8057";

    [Test]
    public async Task A_path_is_explained_with_what_decides_about_it()
    {
        await TheGateway.RunAsync("weight", "search", "100");
        var bucket = VisitorBucket.Of(Visitor, "search");

        var explained = (await TheGateway.RunAsync("explain", "/search", "--visitor", Visitor)).ShouldBeDone();

        explained.Lines[0].Should().Be("/search -> service:search (weight)");
        explained.Output.Should().MatchRegex($"bucket +{bucket} of 10000").And.MatchRegex("weight +100%").And.MatchRegex("service +ready; healthy: 1").And.MatchRegex($"visitor +{Visitor}");
    }

    [TestCase("/admin", "blocked"), TestCase("/nobodys", "monolith")]
    public async Task Paths_of_no_route_are_explained_too(string path, string outcome) =>
        (await TheGateway.RunAsync("explain", path)).ShouldBeDone().Lines[0].Should().Contain($"-> {outcome}");

    [Test]
    public async Task A_user_of_a_token_keeps_a_bucket()
    {
        var one = await TheGateway.RunAsync("explain", "/search", "--user", "bruce", "--json");
        var again = await TheGateway.RunAsync("explain", "/search", "--user", "bruce", "--json");

        one.Json["bucket"]!.GetValue<int>().Should().Be(again.Json["bucket"]!.GetValue<int>());
        one.Json["visitor"]!.ToString().Should().Be("bruce");
    }

    [Test]
    public async Task A_name_that_begins_with_an_at_sign_is_a_path_and_no_file_of_arguments() =>
        (await TheGateway.RunAsync("explain", "@bruce")).Should(ExitCode.Refused).Error.Should().Contain("Say which path");

    [Test]
    public async Task What_is_no_visitor_is_refused() =>
        (await TheGateway.RunAsync("explain", "/search", "--visitor", "me")).Should(ExitCode.Refused).Error.Should().Contain("UUID");

    [Test]
    public async Task A_signature_that_force_wrote_demands_its_side()
    {
        await TheGateway.RunAsync("weight", "search", "0");
        var signed = (await TheGateway.RunAsync("force", "search", "service", "--for", "10m", "--json")).ShouldBeDone();
        var value = signed.Json["value"]!.ToString();

        var explained = (await TheGateway.RunAsync("explain", "/search", "--signature", value)).ShouldBeDone();
        var asked = await TheGateway.Running.GetAsync("/search", headers: ("X-Side", value));

        explained.Output.Should().Contain("-> service:search (forced)").And.MatchRegex("forced +service");
        asked.Should().Be("service");
        DateTimeOffset.Parse(signed.Json["until"]!.ToString(), null).Should().BeCloseTo(DateTimeOffset.UtcNow.AddMinutes(10), TimeSpan.FromMinutes(1));
    }

    [Test]
    public async Task Force_writes_a_header_and_a_cookie_and_never_the_key()
    {
        var signed = (await TheGateway.RunAsync("force", "search", "monolith")).ShouldBeDone();

        signed.Lines[0].Should().MatchRegex(@"^X-Side: search\.monolith\.\d+\.[0-9a-f]{8}\.[0-9a-f]{64}$");
        signed.Lines[1].Should().StartWith("Cookie: side=search.monolith.");
        signed.Output.Should().NotContain(TheGateway.Running.Api.Key);
        (await new CommandLine(("ASPNETCORE_ENVIRONMENT", "Production")).RunAsync("force", "search", "service")).Should(ExitCode.NoAccess);
    }
}
