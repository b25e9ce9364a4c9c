using MyThoughts.Gateway.Cli;
using MyThoughts.Gateway.Cli.Parsing;

namespace MyThoughts.Gateway.Tests.Cli;

internal sealed class UsageTests
{
    private static readonly CommandLine Nobody = new(("GATEWAY_URL", "http://127.0.0.1:9"));

    [Test]
    public async Task A_mistyped_verb_is_an_error_and_no_gateway_that_serves()
    {
        var wrong = (await Nobody.RunAsync("wieght", "search", "5")).Should(ExitCode.WrongUsage);

        wrong.Error.Should().Be("gateway: There is no verb 'wieght'. Did you mean weight? See: gateway --help\n");
        (await Nobody.RunAsync("platypus")).Should(ExitCode.WrongUsage).Error.Should().NotContain("Did you mean");
    }

    [TestCase("weight search", "<percent> is missing", "gateway weight --help"), TestCase("weight search many", "0 to 100 in steps of 0.01", "gateway weight --help")]
    [TestCase("weight search 100.001", "0 to 100", "weight"), TestCase("weight search -5", "'-5'", "weight"), TestCase("weight search 1,5", "'1,5'", "weight")]
    [TestCase("mode search left ready", "monolith or service", "gateway mode --help"), TestCase("mode search service 1", "ready or drain or maint", "mode")]
    [TestCase("mode search service ready now", "'now'", "mode"), TestCase("history --limit 0", "1 to 100", "gateway history --help"), TestCase("history --limit 101", "1 to 100", "history")]
    [TestCase("undo first", "A version is a number", "undo"), TestCase("weight search 5 --if-version x", "A version is a number", "weight"), TestCase("apply", "--file", "gateway apply --help")]
    [TestCase("keys creat bob", "'creat'", "gateway keys --help"), TestCase("keys create bob --rol viewer", "'--rol'", "gateway keys create --help"), TestCase("keys create --first", "<name> is missing", "keys create")]
    [TestCase("force search service --for 3x", "500ms, 30s, 15m, 1h, 2d", "force"), TestCase("force search service --for 31d", "to 30d", "force")]
    [TestCase("completion", "Required command", "gateway completion --help"), TestCase("completion bash --name $(reboot)", "--name", "completion bash"), TestCase("routes extra", "'extra'", "routes")]
    public async Task Wrong_usage_names_what_is_wrong_and_where_the_right_way_is_told(string line, string problem, string help)
    {
        var wrong = (await Nobody.RunAsync(line.Split(' '))).Should(ExitCode.WrongUsage);

        wrong.Error.Should().Contain(problem).And.Contain(help);
        wrong.Error.Trim().Should().NotContain("\n", "it is one line");
    }

    [TestCase("--help"), TestCase("weight --help"), TestCase("keys create --help"), TestCase("mode -h")]
    public async Task The_help_tells_the_exit_codes(string line)
    {
        var help = (await Nobody.RunAsync(line.Split(' '))).ShouldBeDone();

        foreach (var code in Enum.GetValues<ExitCode>()) help.Output.Should().MatchRegex($@"\n  {(int)code}  \w");
    }

    [Test]
    public async Task Every_verb_is_in_the_help()
    {
        var help = (await Nobody.RunAsync("--help")).ShouldBeDone();

        foreach (var verb in new[] { "serve", "migrate", "openapi", "routes", "watch", "explain", "history", "state", "weight", "mode", "destination", "apply", "undo", "force", "keys", "completion" })
            help.Output.Should().MatchRegex($@"\n  {verb}( <| \w|  )");
    }

    [TestCase("90s", 90), TestCase("1.5h", 5400), TestCase("250ms", 0.25), TestCase("2d", 172800), TestCase("3m", 180)]
    public void A_time_is_a_number_and_its_unit(string text, double seconds) => Numbers.TimeOf(text).Should().Be(TimeSpan.FromSeconds(seconds));

    [TestCase(""), TestCase("h"), TestCase("1"), TestCase("1 h"), TestCase("1w"), TestCase("-1h"), TestCase("1.2.3s"), TestCase("99999999d"), TestCase("1hh")]
    public void Anything_else_is_no_time(string text) => Numbers.TimeOf(text).Should().BeNull();
}
