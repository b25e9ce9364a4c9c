using System.Text.Json.Nodes;
using MyThoughts.Gateway.Cli;

namespace MyThoughts.Gateway.Tests.Cli;

/// <summary>How a verb ended, and what it wrote.</summary>
internal sealed record Ran(int Code, string Output, string Error)
{
    public JsonNode Json => JsonNode.Parse(Output)!;

    public IReadOnlyList<string> Lines => Output.TrimEnd().Split('\n');

    /// <summary>That it is done, or else what it said.</summary>
    public Ran ShouldBeDone() => Should(ExitCode.Done);

    public Ran Should(ExitCode code)
    {
        ((ExitCode)Code).Should().Be(code, "it wrote {0} and complained {1}", Output, Error);
        if (code == ExitCode.Done) Error.Should().BeEmpty();
        else Error.Should().StartWith("gateway: ").And.NotContain("   at ", "a stack trace mends nothing");
        return this;
    }
}
