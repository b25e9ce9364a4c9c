using MyThoughts.Gateway.Api;
using MyThoughts.Gateway.Cli.Output;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Cli.Changes;

/// <summary>Changes in words.</summary>
internal static class ChangeText
{
    /// <summary>For example <c>routes.search.weight 25% -> 50%</c>.</summary>
    public static string Of(FieldChange change) => $"{change.Place} {Arrow(change)}";

    public static void Show(ChangeMade made, Terminal terminal)
    {
        var table = new TextTable(new Column(made.DryRun ? "would change" : "changed"), new Column("from -> to"));
        foreach (var change in made.Changes) table.Add(change.Place, Arrow(change));
        if (made.Changes.Count > 0) table.WriteTo(terminal);
        terminal.WriteLine((made.Changes.Count, made.DryRun) switch
        {
            (0, _) => $"It is so already. Nothing was changed: version {made.Version}.",
            (_, true) => $"A dry run: nothing was changed. Version {made.Version} is in effect.",
            _ => $"Version {made.Version} is in effect.",
        });
    }

    private static string Arrow(FieldChange change) => $"{change.From ?? "(new)"} -> {change.To ?? "(gone)"}";
}
