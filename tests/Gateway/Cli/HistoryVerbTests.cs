using MyThoughts.Gateway.Cli;

namespace MyThoughts.Gateway.Tests.Cli;

internal sealed class HistoryVerbTests
{
    [Test]
    public async Task History_says_who_changed_what_when_and_why()
    {
        await TheGateway.RunAsync("weight", "search", "33");
        await TheGateway.RunAsync("weight", "search", "34", "--reason", "one more");
        var version = await TheGateway.VersionAsync();

        var history = (await TheGateway.RunAsync("history", "--limit", "1")).ShouldBeDone();

        history.Lines[0].Should().MatchRegex(@"^version +when \(UTC\) +by +change +reason$");
        history.Lines[1].Should().MatchRegex($@"^ *{version}  \d{{4}}-\d\d-\d\d \d\d:\d\d:\d\dZ  development  routes\.search\.weight 33% -> 34%  one more$");
        history.Lines[2].Should().Be($"Older ones: history --before {version}");
        (await TheGateway.RunAsync("history", "--before", $"{version}", "--limit", "1")).Lines[1].Should().Contain("-> 33%");
    }

    [Test]
    public async Task A_long_change_is_cut_and_says_where_the_rest_is()
    {
        var first = (await TheGateway.RunAsync("history", "--before", "2")).ShouldBeDone();

        first.Lines.Should().HaveCountLessThan(10);
        first.Output.Should().Contain("The first start.").And.MatchRegex("and [0-9]+ more: --json");
        (await TheGateway.RunAsync("history", "--before", "2", "--json")).Json["items"]![0]!["changes"]!.AsArray().Should().HaveCountGreaterThan(10);
    }

    [Test]
    public async Task Undo_takes_back_the_last_change()
    {
        await TheGateway.RunAsync("weight", "search", "40");
        await TheGateway.RunAsync("weight", "search", "60");
        var before = await TheGateway.VersionAsync();

        var undone = (await TheGateway.RunAsync("undo", "--reason", "too many errors")).ShouldBeDone();

        undone.Output.Should().Contain($"Version {before - 1} is to come back.").And.MatchRegex(@"routes\.search\.weight +60% -> 40%").And.Contain($"Version {before + 1} is in effect.");
        (await TheGateway.WeightAsync("search")).Should().Be(40);
        (await TheGateway.RunAsync("history", "--limit", "1")).Output.Should().Contain($"(back to version {before - 1}) too many errors");
    }

    [Test]
    public async Task Undo_brings_back_the_version_that_is_named()
    {
        await TheGateway.RunAsync("weight", "search", "41");
        var wanted = await TheGateway.VersionAsync();
        await TheGateway.RunAsync("weight", "search", "42");
        await TheGateway.RunAsync("weight", "search", "43");

        (await TheGateway.RunAsync("undo", $"{wanted}")).ShouldBeDone();

        (await TheGateway.WeightAsync("search")).Should().Be(41);
    }

    [Test]
    public async Task Before_the_first_version_there_is_nothing()
    {
        (await TheGateway.RunAsync("undo", "--if-version", "1")).Should(ExitCode.Refused).Error.Should().Contain("nothing to undo");
        (await TheGateway.RunAsync("undo", "999999")).Should(ExitCode.Refused).Error.Should().Contain("no version 999999");
    }

    [Test]
    public async Task A_reason_cannot_write_on_the_terminal_of_whoever_reads_it()
    {
        await TheGateway.RunAsync("weight", "search", "50");
        await TheGateway.RunAsync("weight", "search", "51", "--reason", "\e[2J\u202Egone\nnext line");

        var shown = (await (TheGateway.Operator with { IsTerminal = true, Width = 200 }).With(("NO_COLOR", "1")).RunAsync("history", "--limit", "1")).ShouldBeDone();

        shown.Output.Should().NotContain("\e").And.NotContain("\u202E").And.Contain("gone next line");
    }
}
