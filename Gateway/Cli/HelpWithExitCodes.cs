using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MyThoughts.Gateway.Cli;

/// <summary>The usual help, and what scripts need to know besides.</summary>
internal sealed class HelpWithExitCodes : SynchronousCommandLineAction
{
    private const string ExitCodes = """
        Exit codes:
          0  done, or so already
          1  refused by the gateway; nothing was changed
          2  wrong usage; the gateway was not asked
          3  stale: somebody has changed the state meanwhile; nothing was changed
          4  no access: no key, a key that is not in force, or a viewer's
          5  away: the gateway or its database does not answer
        """;

    private readonly HelpAction usual = new();

    public override int Invoke(ParseResult parseResult)
    {
        var result = usual.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(ExitCodes);
        return result;
    }
}
