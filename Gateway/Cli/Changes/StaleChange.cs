using MyThoughts.Gateway.Api;
using MyThoughts.Gateway.Cli.Http;
using MyThoughts.Gateway.Cli.Output;

namespace MyThoughts.Gateway.Cli.Changes;

/// <summary>A change that came too late: says who has changed what meanwhile, so that a person decides and nobody retries blindly.</summary>
internal static class StaleChange
{
    private const int MostShown = 3;

    public static async Task<CommandFailedException> ExplainAsync(GatewayClient gateway, long basedOn, CancellationToken cancellationToken)
    {
        var history = (await gateway.GetAsync("history?limit=100", cancellationToken)).Read<HistoryPage>();
        var latest = history.Items.Count > 0 ? history.Items[0].Version : 0;
        if (basedOn > latest) return new(ExitCode.Stale, $"There is no version {basedOn} yet: the state is at {latest}. Nothing was changed.");
        var since = history.Items.Where(entry => entry.Version > basedOn).ToList();
        var lines = since.Take(MostShown).Select(Line).ToList();
        if (since.Count > lines.Count) lines.Add($"  and {since.Count - lines.Count} more: history");
        return new(
            ExitCode.Stale,
            $"Nothing was changed: the state is at version {latest} by now, and not at {basedOn}. Look at it, and decide again.\n{string.Join('\n', lines)}");
    }

    private static string Line(HistoryEntry entry)
    {
        var more = entry.Changes.Count > MostShown ? $" and {entry.Changes.Count - MostShown} more" : "";
        var reason = entry.Reason is null ? "" : $", because: {entry.Reason}";
        var changes = string.Join(", ", entry.Changes.Take(MostShown).Select(ChangeText.Of));
        return $"  version {entry.Version}, {UtcTime.Text(entry.At)}, {entry.By}: {changes}{more}{reason}";
    }
}
