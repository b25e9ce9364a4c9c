using System.Text;
using System.Text.Json.Nodes;
using MyThoughts.Gateway.Cli;
using MyThoughts.Gateway.Cli.Verbs;

namespace MyThoughts.Gateway.Tests.Cli;

internal sealed class ApplyVerbTests
{
    private string folder = null!;

    private string File => Path.Combine(folder, "traffic.json");

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("apply-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task A_file_is_tried_and_then_applied_as_one_change()
    {
        await TheGateway.RunAsync("weight", "search", "20");
        await WriteAsync("""{ "routes": [ { "name": "search", "weight": 26 } ] }""");
        var before = await TheGateway.VersionAsync();

        (await TheGateway.RunAsync("apply", "-f", File, "--dry-run")).ShouldBeDone().Output.Should().MatchRegex(@"would change[\s\S]+routes\.search\.weight +20% -> 26%");
        (await TheGateway.VersionAsync()).Should().Be(before);

        (await TheGateway.RunAsync("apply", "-f", File, "--reason", "step 1")).ShouldBeDone().Output.Should().Contain($"Version {before + 1} is in effect.");
        (await TheGateway.WeightAsync("search")).Should().Be(26);
    }

    [Test]
    public async Task What_was_exported_can_be_applied_again()
    {
        await TheGateway.RunAsync("weight", "search", "21");
        await WriteAsync((await TheGateway.RunAsync("state")).Output);
        await TheGateway.RunAsync("weight", "search", "22");

        (await TheGateway.RunAsync("apply", "--file", File)).ShouldBeDone().Output.Should().Contain("22% -> 21%");
        (await TheGateway.RunAsync("apply", "--file", File)).ShouldBeDone().Output.Should().Contain("It is so already.");
    }

    [Test]
    public async Task It_reads_standard_input_and_other_encodings()
    {
        var piped = TheGateway.Operator with { Input = """{ "routes": [ { "name": "search", "weight": 23 } ] }""" };
        (await piped.RunAsync("apply", "-f", "-")).ShouldBeDone();
        (await TheGateway.WeightAsync("search")).Should().Be(23);

        await System.IO.File.WriteAllTextAsync(File, """{ "routes": [ { "name": "search", "weight": 24 } ] }""", Encoding.Unicode);
        (await TheGateway.RunAsync("apply", "-f", File)).ShouldBeDone();
        (await TheGateway.WeightAsync("search")).Should().Be(24);
    }

    [TestCase("{ \"routes\": [\n  { \"name\": \"search\", \"wieght\": 5 } ] }", "routes[0].wieght: Line 2, character", "no field wieght")]
    [TestCase("{ \"routes\": [\n  { \"name\": \"search\", \"weight\": 500 } ] }", "weight: ", "0 to 100")]
    [TestCase("{ \"routes\": [ { \"name\": \"search\", \"weight\": 1, \"weight\": 2 } ] }", "Line 1", "weight")]
    [TestCase("{ \"routes\": [ { \"name\": \"search\",\n\"weight\": 1 } ", "Line 2", "character")]
    [TestCase("{ \"routes\": [ { \"name\": \"search\", \"weight\": 1 }, { \"name\": \"search\", \"weight\": 2 } ] }", "routes.search", "twice")]
    [TestCase("{ \"routes\": [ { \"name\": \"search\", \"weight\": 77 }, { \"name\": \"users\", \"paths\": [\"/login\", \"/search/deep\"] } ] }", "routes.search.paths", "overlaps")]
    [TestCase("{ \"routes\": [ { \"name\": \"search\", \"weight\": 77 }, { \"name\": \"mentions\" } ] }", "routes.mentions", "needs 'paths' and 'cluster'")]
    [TestCase("{ \"clusters\": [ { \"name\": \"search\", \"destinations\": [ { \"id\": \"1\", \"address\": \"OWN\" } ] } ] }", "clusters.search.destinations.1", "the gateway itself")]
    [TestCase("nonsense", "Line 1", "character")]
    [TestCase("", "Line 1", "JSON")]
    public async Task A_mistake_is_named_with_its_place_and_the_old_state_stays(string text, string place, string problem)
    {
        await WriteAsync(text.Replace("OWN", TheGateway.Running.Addresses.Public.ToString(), StringComparison.Ordinal));
        var before = await TheGateway.RunAsync("state");

        var refused = (await TheGateway.RunAsync("apply", "-f", File, "--force")).Should(ExitCode.Refused);

        refused.Error.Should().StartWith($"gateway: {File}: ").And.Contain(place).And.Contain(problem);
        refused.Output.Should().BeEmpty();
        (await TheGateway.RunAsync("state")).Output.Should().Be(before.Output, "nothing is ever half applied");
    }

    [Test]
    public async Task A_file_that_is_too_large_is_told_before_it_is_sent()
    {
        await WriteAsync($$"""{ "routes": [ { "name": "{{new string('x', 5_000_000)}}" } ] }""");

        // Nobody listens there, and nobody is asked.
        var refused = (await new CommandLine(("GATEWAY_URL", "http://127.0.0.1:9")).RunAsync("apply", "-f", File)).Should(ExitCode.Refused);

        refused.Error.Should().Contain("65,536 bytes (64 KB)");
    }

    [Test]
    public async Task The_largest_file_that_the_command_line_sends_is_one_that_the_gateway_takes()
    {
        const string change = """{ "routes": [ { "name": "search", "weight": 27 } ] }""";
        await WriteAsync(change + new string(' ', ApplyVerb.LargestFile - change.Length));
        (await TheGateway.RunAsync("apply", "-f", File)).ShouldBeDone();

        await WriteAsync(change + new string(' ', ApplyVerb.LargestFile - change.Length + 1));
        (await TheGateway.RunAsync("apply", "-f", File)).Should(ExitCode.Refused);
        using var sent = await TheGateway.Running.Api.SendAsync(HttpMethod.Post, "apply", JsonNode.Parse($$"""{ "routes": [ { "name": "{{new string('x', ApplyVerb.LargestFile)}}" } ] }"""));
        ((int)sent.StatusCode).Should().Be(413, "the gateway has the same limit for whoever comes without the command line");
    }

    [Test]
    public async Task A_file_that_cannot_be_read_is_named()
    {
        (await TheGateway.RunAsync("apply", "-f", File)).Should(ExitCode.Refused).Error.Should().Contain(File).And.Contain("no such file");
        (await TheGateway.RunAsync("apply", "-f", folder)).Should(ExitCode.Refused).Error.Should().Contain("it is a folder");
    }

    private Task WriteAsync(string text) => System.IO.File.WriteAllTextAsync(File, text);
}
