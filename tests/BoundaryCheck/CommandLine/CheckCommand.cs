using System.CommandLine;

namespace MyThoughts.BoundaryCheck.CommandLine;

/// <summary>The command line.</summary>
internal static class CheckCommand
{
    private const string DatabaseVariable = "BOUNDARIES_DATABASE";

    public static RootCommand Create(Func<CheckOptions, CancellationToken, Task<int>> run)
    {
        var root = new Option<string>("--root") { Description = "the folder of the solution; this one unless told" };
        var map = new Option<string>("--map") { Description = "the module map; Modules/modules.json below the root unless told" };
        var database = new Option<string>("--database") { Description = $"a connection string, to look at the catalog too; {DatabaseVariable} says it without showing it to others" };
        var metrics = new Option<string>("--metrics") { Description = "a file or an address with a host's metrics, for calls and latencies at run time" };
        var json = new Option<bool>("--json") { Description = "print all of it as JSON" };
        var html = new Option<string>("--html") { Description = "write a page to this path" };
        var docs = new Option<string>("--docs") { Description = "write the report that is kept with the source to this path" };
        var checkDocs = new Option<bool>("--check-docs") { Description = "with --docs: fail when the report there is stale, instead of writing it" };
        var prune = new Option<bool>("--prune") { Description = "take what is mended out of the baseline" };
        var accept = new Option<string>("--accept") { Description = "put the new violations into the baseline, for this reason" };
        var contracts = new Option<bool>("--update-contracts") { Description = "approve what was added to the contracts" };
        var breaking = new Option<string>("--breaking") { Description = "with --update-contracts: approve what breaks older callers too, for this reason" };
        var command = new RootCommand("Checks the boundaries of a modular monolith against its module map: source, assemblies, SQL, configuration, database, contracts and history.")
        {
            root, map, database, metrics, json, html, docs, checkDocs, prune, accept, contracts, breaking,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(accept) is { } reason && string.IsNullOrWhiteSpace(reason)) result.AddError("--accept takes the reason. Example: --accept \"Until the contract can list orders, issue 17\"");
            if (result.GetValue(breaking) is { } why && (string.IsNullOrWhiteSpace(why) || !result.GetValue(contracts))) result.AddError("--breaking goes with --update-contracts and takes the reason. Example: --update-contracts --breaking \"Nobody has called it since May\"");
            if (result.GetValue(checkDocs) && result.GetValue(docs) is null) result.AddError("--check-docs goes with --docs. Example: --docs docs/boundaries.md --check-docs");
        });
        command.SetAction((result, stop) =>
        {
            var folder = Path.GetFullPath(result.GetValue(root) ?? ".");
            var options = new CheckOptions(folder, Path.GetFullPath(result.GetValue(map) ?? Path.Combine("Modules", "modules.json"), folder))
            {
                Database = result.GetValue(database) ?? Environment.GetEnvironmentVariable(DatabaseVariable),
                Metrics = result.GetValue(metrics),
                Json = result.GetValue(json),
                Html = result.GetValue(html),
                Docs = result.GetValue(docs),
                CheckDocs = result.GetValue(checkDocs),
                Prune = result.GetValue(prune),
                Accept = result.GetValue(accept),
                UpdateContracts = result.GetValue(contracts),
                Breaking = result.GetValue(breaking),
            };
            return run(options, stop);
        });
        return command;
    }
}
