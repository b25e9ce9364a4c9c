using MyThoughts.Gateway.Cli.Output;

namespace MyThoughts.Gateway.Tests.Cli.Output;

internal sealed class TerminalTests
{
    [TestCase(true, null, null, true), TestCase(false, null, null, false), TestCase(true, "1", null, false), TestCase(true, "", null, true), TestCase(true, null, "dumb", false)]
    public void Colour_is_for_a_person_who_wants_it(bool isTerminal, string? noColor, string? term, bool expected)
    {
        var variables = new Dictionary<string, string?> { ["NO_COLOR"] = noColor, ["TERM"] = term };
        new Terminal(TextWriter.Null, TextWriter.Null, variables.GetValueOrDefault) { IsInteractive = isTerminal }.HasColor.Should().Be(expected);
    }

    [Test]
    public void A_complaint_repeats_no_key()
    {
        var error = new StringWriter();

        new Terminal(TextWriter.Null, error, _ => null).Complain("'mt_1a2b3c4d_00ff' means nothing here.\nmt_x_");

        error.ToString().ReplaceLineEndings("\n").Should().Be("gateway: 'mt_…' means nothing here.\ngateway: mt_…\n");
    }
}
