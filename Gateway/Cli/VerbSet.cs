using System.CommandLine;
using MyThoughts.Gateway.Cli.Http;
using MyThoughts.Gateway.Cli.Output;

namespace MyThoughts.Gateway.Cli;

/// <summary>What the verbs share: the options that say where the gateway is, and how a verb runs.</summary>
internal sealed class VerbSet(Terminal terminal)
{
    private readonly Option<string?> url = new("--url")
    {
        HelpName = "address", Description = $"The gateway's admin port. Else {TargetFinder.UrlVariable}, else {TargetFinder.DefaultText}.",
    };

    private readonly Option<string?> key = new("--key")
    {
        HelpName = "key",
        Description = $"Your key. Better in {TargetFinder.KeyVariable}, where other users do not see it. In Development: the one that `up` made.",
    };

    private readonly Option<bool> json = new("--json") { Description = "Write the API's JSON, for scripts." };

    public Terminal Terminal => terminal;

    /// <summary>A verb over the API.</summary>
    public Command Verb(string name, string description, IEnumerable<Symbol> own, Func<Session, ParseResult, CancellationToken, Task<ExitCode>> run)
    {
        var verb = LocalVerb(name, description, own, async (parsed, stop) =>
        {
            using var gateway = new GatewayClient(Target(parsed));
            return await run(new(terminal, gateway, parsed.GetValue(json)), parsed, stop);
        });
        AddTarget(verb);
        return verb;
    }

    /// <summary>A verb that works without a gateway.</summary>
    public Command LocalVerb(string name, string description, IEnumerable<Symbol> own, Func<ParseResult, CancellationToken, Task<ExitCode>> run)
    {
        var verb = new Command(name, description);
        foreach (var symbol in own)
        {
            if (symbol is Argument argument) verb.Add(argument);
            if (symbol is Option option) verb.Add(option);
        }
        verb.SetAction(async (parsed, stop) => (int)await RunAsync(() => run(parsed, stop)));
        return verb;
    }

    public void AddTarget(Command verb)
    {
        verb.Add(url);
        verb.Add(key);
        verb.Add(json);
    }

    public Target Target(ParseResult parsed) => TargetFinder.Find(parsed.GetValue(url), parsed.GetValue(key), terminal);

    public bool IsJson(ParseResult parsed) => parsed.GetValue(json);

    private async Task<ExitCode> RunAsync(Func<Task<ExitCode>> run)
    {
        try
        {
            return await run();
        }
        catch (CommandFailedException failure)
        {
            terminal.Complain(failure.Message);
            return failure.Code;
        }
    }
}
