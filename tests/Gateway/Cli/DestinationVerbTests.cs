using MyThoughts.Gateway.Cli;

namespace MyThoughts.Gateway.Tests.Cli;

internal sealed class DestinationVerbTests
{
    private const string Another = "http://127.0.0.1:10";

    [Test]
    public async Task A_destination_comes_drains_and_goes()
    {
        (await TheGateway.RunAsync("destination", "add", "search", "two", Another)).ShouldBeDone().Output.Should().Contain($"(new) -> {Another} ready");
        (await TheGateway.RunAsync("destination", "list")).ShouldBeDone().Output.Should().MatchRegex($"search +http2 +two +{Another} +ready");

        (await TheGateway.RunAsync("destination", "mode", "search", "two", "drain")).ShouldBeDone();
        (await TheGateway.RunAsync("destination")).ShouldBeDone().Output.Should().MatchRegex($"{Another} +drain");

        (await TheGateway.RunAsync("destination", "remove", "search", "two", "--dry-run")).ShouldBeDone().Output.Should().Contain("nothing was changed");
        (await TheGateway.RunAsync("destination", "remove", "search", "two", "--reason", "not needed")).ShouldBeDone().Output.Should().Contain("-> (gone)");
        (await TheGateway.RunAsync("destination", "list")).Output.Should().NotContain(Another);
        (await TheGateway.Running.Api.GetAsync("history?limit=1"))["items"]![0]!["reason"]!.ToString().Should().Be("not needed");
    }

    [Test]
    public async Task The_gateway_is_no_destination_of_its_own()
    {
        var own = TheGateway.Running.Addresses.Public.GetLeftPart(UriPartial.Authority);

        var refused = (await TheGateway.RunAsync("destination", "add", "search", "self", own, "--force")).Should(ExitCode.Refused);

        refused.Error.Should().StartWith("gateway: clusters.search.destinations.self: ").And.Contain("the gateway itself");
    }

    [Test]
    public async Task What_is_wrong_with_a_destination_is_named()
    {
        (await TheGateway.RunAsync("destination", "add", "search", "two", "no address")).Should(ExitCode.Refused).Error.Should().Contain("clusters.search.destinations.two: 'no address'");
        (await TheGateway.RunAsync("destination", "remove", "search", "seven")).Should(ExitCode.Refused).Error.Should().Contain("no destination 'seven'");
        (await TheGateway.RunAsync("destination", "remove", "serach", "1")).Should(ExitCode.Refused).Error.Should().Contain("no cluster 'serach'");
    }

    [Test]
    public async Task The_only_healthy_destination_moves_only_by_force()
    {
        var before = TheGateway.Search.Address;

        (await TheGateway.RunAsync("destination", "add", "search", "1", Another)).Should(ExitCode.Refused).Error.Should().Contain("no healthy destination left");
        (await TheGateway.RunAsync("destination", "add", "search", "1", Another, "--force")).ShouldBeDone();
        await TheGateway.Running.UntilAvailableAsync("search", available: false);

        (await TheGateway.RunAsync("destination", "add", "search", "1", before)).ShouldBeDone().Output.Should().Contain($"{Another} ready -> {before} ready");
        await TheGateway.Running.UntilAvailableAsync("search", available: true);
    }
}
