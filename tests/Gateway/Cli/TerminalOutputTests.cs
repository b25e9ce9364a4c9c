namespace MyThoughts.Gateway.Tests.Cli;

/// <summary>What a person sees, and what a pipe gets.</summary>
internal sealed class TerminalOutputTests
{
    [Test]
    public async Task A_terminal_has_colours_unless_it_wants_none_and_a_pipe_has_never()
    {
        var terminal = TheGateway.Operator with { IsTerminal = true, Width = 120 };

        (await terminal.RunAsync("routes")).ShouldBeDone().Output.Should().Contain("\e[1m");
        (await terminal.With(("NO_COLOR", "1")).RunAsync("routes")).ShouldBeDone().Output.Should().NotContain("\e");
        (await TheGateway.RunAsync("routes")).ShouldBeDone().Output.Should().NotContain("\e");
    }

    [Test]
    public async Task A_table_is_as_wide_as_the_window_and_no_wider()
    {
        await TheGateway.RunAsync("weight", "search", "61");
        await TheGateway.RunAsync("weight", "search", "62", "--reason", new string('x', 300));
        var narrow = (TheGateway.Operator with { IsTerminal = true, Width = 100 }).With(("NO_COLOR", "1"));

        (await narrow.RunAsync("history")).ShouldBeDone().Lines.Should().OnlyContain(line => line.Length <= 100);
        (await narrow.RunAsync("routes")).ShouldBeDone().Lines.Should().OnlyContain(line => line.Length <= 100);
        (await TheGateway.RunAsync("history", "--limit", "1")).Output.Should().Contain(new string('x', 300), "a script that reads the table gets all of it");
    }
}
