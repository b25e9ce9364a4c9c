using System.CommandLine;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Gateway.Cli;

/// <summary>The gateway's executable: it serves, and it is the command line to a gateway that serves.</summary>
internal static class GatewayCommand
{
    public static Task<int> RunAsync(string[] args) => StartGuard.RunAsync("gateway", () =>
    {
        var root = new RootCommand("The gateway of MyThoughts: serves, and changes what a running gateway does.");
        root.SetServing(args, Host.ServeAsync);
        var serve = new Command("serve", "Serves until it is told to stop. The default.");
        serve.SetServing(args, Host.ServeAsync);
        var migrate = new Command("migrate", "Creates the gateway's role, schema and tables, as administrator, and stops.");
        migrate.SetServing(args, Host.MigrateAsync);
        root.Add(serve);
        root.Add(migrate);
        return root.Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    });

    // Settings such as --Listen:Public are the host's, not the parser's.
    private static void SetServing(this Command command, string[] args, Func<string[], CancellationToken, Task<int>> run)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (_, _) =>
        {
            using var end = new EndSignals();
            try
            {
                return await run(args, end.Token);
            }
            catch (OperationCanceledException) when (end.Token.IsCancellationRequested)
            {
                return 0;   // told to stop before it had started
            }
        });
    }
}
