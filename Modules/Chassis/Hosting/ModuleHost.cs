using System.CommandLine;

namespace MyThoughts.Chassis.Hosting;

/// <summary>A process made of modules: the monolith or a module's own service.</summary>
public static class ModuleHost
{
    /// <summary>Composes the host and runs the verb of its command line: <c>serve</c> (the default), <c>migrate</c>, <c>seed</c>, <c>reindex</c>, <c>feed</c> or <c>openapi</c>.</summary>
    /// <param name="name">The host's name in the module map: <c>monolith</c>, or that of the module it serves.</param>
    /// <param name="args">The command line: a verb, and settings as <c>--Name=value</c>.</param>
    /// <param name="compose">Takes modules into the process and says which neighbours are elsewhere.</param>
    /// <returns>The exit code: 0 when all went well, 1 when a setting, a prerequisite or a port stopped it.</returns>
    public static Task<int> RunAsync(string name, string[] args, Action<ModuleHostBuilder> compose) => StartGuard.RunAsync(name, () =>
    {
        var root = new RootCommand($"The {name} host of MyThoughts.");
        AddVerb(root, null, ServeVerb.RunAsync);
        AddVerb(root, new("serve", "Serves pages and API until it is told to stop. The default."), ServeVerb.RunAsync);
        AddVerb(root, new("migrate", "Creates roles, schemas and tables, as administrator, and stops."), MigrateVerb.RunAsync);
        AddVerb(root, new("seed", "Writes demo users and thoughts where there are none, and stops; or generated ones: --thoughts N --users M --seed S. Refused in Production."),
            (host, stop) => SeedVerb.RunAsync(host, args, stop));
        AddVerb(root, new("reindex", "Builds anew what the modules keep of the feeds they follow, while hosts go on serving, and stops."), ReindexVerb.RunAsync);
        var feed = new Command("feed", "Shows the feeds, their readers, and changes that could not be applied, and stops.");
        AddVerb(root, feed, FeedVerb.ListAsync);
        AddVerb(feed, new("replay", "Tries changes again that could not be applied: the one with the number that follows, or all."),
            (host, stop) => FeedVerb.ReplayAsync(host, WordAfter("replay"), stop));
        AddVerb(root, new("openapi", "Prints the OpenAPI document of this version, and stops. Needs no database and no secret."), OpenApiVerb.RunAsync);
        return root.Parse(args).InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });

        void AddVerb(Command parent, Command? verb, Func<ModuleHostBuilder, CancellationToken, Task<int>> run)
        {
            var command = verb ?? parent;
            command.TreatUnmatchedTokensAsErrors = false;
            command.SetAction(async (_, _) =>
            {
                using var end = new EndSignals();
                var host = new ModuleHostBuilder(name, args);
                compose(host);
                try
                {
                    return await run(host, end.Token);
                }
                catch (OperationCanceledException) when (end.Token.IsCancellationRequested)
                {
                    return 0;   // told to stop before it had started
                }
            });
            if (verb is not null) parent.Subcommands.Add(verb);
        }

        string? WordAfter(string verb) => args.SkipWhile(word => word != verb).Skip(1).FirstOrDefault(word => !word.StartsWith('-'));
    });
}
