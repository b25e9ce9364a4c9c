using MyThoughts.Gateway.Cli;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.Cli;

internal sealed class WatchTests
{
    private const string Up = "A\r";

    [Test]
    public async Task On_a_terminal_the_table_stays_in_place()
    {
        await TheGateway.RunAsync("weight", "search", "20");
        using var stop = new CancellationTokenSource();
        var output = new SharedOutput();
        var watching = (TheGateway.Operator with { IsTerminal = true, Width = 100 }).RunAsync(["watch"], output, stop.Token);

        await SeenAsync(output, "20%");
        await TheGateway.RunAsync("weight", "search", "21", "--reason", "while you look");
        await SeenAsync(output, "while you look");
        await stop.CancelAsync();
        var ran = (await watching).ShouldBeDone();

        var pictures = ran.Output.Split(Up);
        pictures.Should().HaveCountGreaterThan(1);
        var height = pictures[0].Count(letter => letter == '\n');
        pictures[0].Should().EndWith($"\e[?25l\e[{height}", "the next picture begins where the first one began");
        ran.Output.Should().EndWith("\e[?25h", "the cursor is back");
    }

    [Test]
    public async Task Without_a_terminal_there_is_a_line_for_each_route_that_changes()
    {
        await TheGateway.RunAsync("weight", "search", "20");
        using var stop = new CancellationTokenSource();
        var output = new SharedOutput();
        var watching = TheGateway.Operator.RunAsync(["watch"], output, stop.Token);

        await SeenAsync(output, "search weight=20%");
        await TheGateway.RunAsync("weight", "search", "22", "--reason", "while you look");
        await SeenAsync(output, "search weight=22%");
        await stop.CancelAsync();
        var ran = (await watching).ShouldBeDone();

        ran.Output.Should().NotContain("\e");
        ran.Lines.Should().Contain(line => line.Contains("Z version ") && line.EndsWith(" by development: routes.search.weight 20% -> 22% (while you look)", StringComparison.Ordinal));
        ran.Lines.Should().OnlyContain(line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ (version \d+ by|\w+ weight=)"));
        ran.Lines.Count(line => line.Contains("Z users ", StringComparison.Ordinal)).Should().Be(1, "nothing about it has changed");
    }

    [Test]
    public async Task For_scripts_each_event_is_a_line_of_JSON()
    {
        using var stop = new CancellationTokenSource();
        var output = new SharedOutput();
        var watching = TheGateway.Operator.RunAsync(["watch", "--json"], output, stop.Token);

        await Eventually.HoldsAsync(() => output.ToString().Split('\n').Length > 3, "some events have come");
        await stop.CancelAsync();

        foreach (var line in (await watching).ShouldBeDone().Lines) System.Text.Json.Nodes.JsonNode.Parse(line)!["version"]!.GetValue<long>().Should().BePositive();
    }

    [Test]
    public async Task A_gateway_that_goes_away_is_waited_for()
    {
        var overview = (await TheGateway.RunAsync("routes", "--json")).Output;
        var isAway = false;
        await using var gateway = await CannedGateway.StartAsync(request => isAway ? (503, """{"detail":"The database is away."}""")
            : request.Path.Value!.EndsWith("/events", StringComparison.Ordinal) ? (200, "event: state\ndata: {\"version\":1,\"at\":\"2026-01-02T03:04:05Z\",\"by\":\"alice\",\"reason\":null,\"changes\":[]}\n\n") : (200, overview));
        using var stop = new CancellationTokenSource();
        var output = new SharedOutput();
        var watching = (new CommandLine(("GATEWAY_URL", gateway.Address)) with { IsTerminal = true }).RunAsync(["watch"], output, stop.Token);

        await SeenAsync(output, "version ");
        isAway = true;
        await SeenAsync(output, "The database is away.");
        isAway = false;
        var seen = output.ToString().Length;
        await Eventually.HoldsAsync(() => output.ToString()[seen..].Contains("version ", StringComparison.Ordinal), "it shows the routes again");
        await stop.CancelAsync();

        (await watching).Code.Should().Be(0);
    }

    [Test]
    public async Task A_wrong_address_is_not_waited_for() =>
        (await new CommandLine(("GATEWAY_URL", "http://127.0.0.1:9")).RunAsync("watch")).Should(ExitCode.Away);

    private static Task<TimeSpan> SeenAsync(SharedOutput output, string text) => Eventually.HoldsAsync(() => output.ToString().Contains(text, StringComparison.Ordinal), $"'{text}' is shown");
}
