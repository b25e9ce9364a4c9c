using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Gateway.Cli.Output;
using MyThoughts.Gateway.Cli.Parsing;
using MyThoughts.Gateway.Cli.Verbs;

namespace MyThoughts.Gateway.Cli;

/// <summary>The gateway's executable: it serves, and it is the command line to a gateway that serves.</summary>
internal static class GatewayCommand
{
    // A word that begins with @ is a person's name here, and not a file with more words.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(string[] args)
    {
        using var end = new EndSignals();
        return await RunAsync(args, Terminal.OfProcess(), end.Token);
    }

    /// <summary>Runs a verb with what it reads and writes given to it.</summary>
    public static Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken stop) => StartGuard.RunAsync("gateway", async () =>
    {
        var root = Root(args, terminal);
        var parsed = root.Parse(args, Parsing);
        if ((WrongUsage.UnknownVerb(args, root) ?? WrongUsage.Of(parsed)) is { } problem)
        {
            terminal.Complain(problem);
            return (int)ExitCode.WrongUsage;
        }
        return await parsed.InvokeAsync(new() { Output = terminal.Output, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop);
    });

    private static RootCommand Root(string[] args, Terminal terminal)
    {
        var root = new RootCommand("The gateway of MyThoughts: serves, and changes what a running gateway does.");
        root.SetServing(args, Host.ServeAsync);
        var serve = new Command("serve", "Serves until it is told to stop. The default. Takes settings: --Listen:Public=127.0.0.1:18080");
        serve.SetServing(args, Host.ServeAsync);
        var migrate = new Command("migrate", "Creates the gateway's role, schema and tables, as administrator, and stops.");
        migrate.SetServing(args, Host.MigrateAsync);
        var openApi = new Command("openapi", "Prints the OpenAPI document of the administration, and stops. Needs no database and no key.");
        openApi.SetServing(args, Host.PrintOpenApiAsync);
        var verbs = new VerbSet(terminal);
        var names = new Names(verbs);
        foreach (var verb in (Command[])
        [
            serve, migrate, openApi,
            ReadVerbs.Routes(verbs), WatchVerb.Make(verbs, TimeProvider.System), ExplainVerb.Make(verbs), HistoryVerbs.History(verbs), ReadVerbs.State(verbs),
            RouteVerbs.Weight(verbs, names), RouteVerbs.Mode(verbs, names), DestinationVerbs.Make(verbs, names), ApplyVerb.Make(verbs), HistoryVerbs.Undo(verbs),
            ForceVerb.Make(verbs, names, TimeProvider.System), KeyVerbs.Make(verbs), CompletionVerb.Make(verbs),
        ]) root.Add(verb);
        foreach (var suggest in root.Directives.OfType<SuggestDirective>()) suggest.Action = new Suggestions(suggest);
        foreach (var help in root.Options.OfType<HelpOption>()) help.Action = new HelpWithExitCodes();
        return root;
    }

    // Settings such as --Listen:Public are the host's, not the parser's.
    private static void SetServing(this Command command, string[] args, Func<string[], CancellationToken, Task<int>> run)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (_, stop) =>
        {
            try
            {
                return await run(args, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return 0;   // told to stop before it had started
            }
        });
    }
}
