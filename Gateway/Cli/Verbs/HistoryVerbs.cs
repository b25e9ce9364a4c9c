using System.CommandLine;
using System.Globalization;
using MyThoughts.Gateway.Api;
using MyThoughts.Gateway.Cli.Changes;
using MyThoughts.Gateway.Cli.Output;
using MyThoughts.Gateway.Cli.Parsing;

namespace MyThoughts.Gateway.Cli.Verbs;

/// <summary>What has changed, and the way back.</summary>
internal static class HistoryVerbs
{
    private const int MostChanges = 5;

    public static Command History(VerbSet verbs)
    {
        var limit = Numbers.Limit();
        var before = Numbers.Version("--before", "Only what came before this version.");
        return verbs.Verb("history", "Shows who changed what, when and why, newest first.", [limit, before], (session, parsed, stop) =>
            session.ShowAsync<HistoryPage>(
                string.Create(CultureInfo.InvariantCulture, $"history?limit={parsed.GetValue(limit)}&before={parsed.GetValue(before) ?? long.MaxValue}"),
                page => Show(page, session.Terminal), stop));
    }

    public static Command Undo(VerbSet verbs)
    {
        var (version, options) = (Numbers.OptionalVersion("The version to bring back; without it, the one before the last change."), new ChangeOptions());
        return verbs.Verb("undo", "Brings back an earlier state, whole, as a new version. Example: undo, or: undo 17", [version, .. options.All],
            async (session, parsed, stop) =>
        {
            var wish = options.Read(parsed);
            // One look for both: what is undone is the change that this look saw.
            var now = wish.IfVersion ?? (await session.Gateway.StateAsync(stop)).Version;
            var wanted = parsed.GetValue(version) ?? now - 1;
            if (wanted < 1) throw new CommandFailedException(ExitCode.Refused, "There is nothing to undo: the state is at its first version.");
            if (!session.AsJson) session.Terminal.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Version {wanted} is to come back."));
            return await session.ChangeAsync(HttpMethod.Post, "undo", new() { ["version"] = wanted }, wish with { IfVersion = now }, stop);
        });
    }

    private static void Show(HistoryPage page, Terminal terminal)
    {
        var table = new TextTable(
            new Column("version") { IsRight = true }, new Column("when (UTC)"), new Column("by"),
            new Column("change") { IsFlexible = true }, new Column("reason") { IsFlexible = true });
        foreach (var entry in page.Items)
        {
            var changes = ChangesOf(entry).ToList();
            var version = Cell.Of(entry.Version.ToString(CultureInfo.InvariantCulture), Tone.Strong);
            table.Add(version, UtcTime.Text(entry.At), entry.By, changes.FirstOrDefault(), Cell.Of(ReasonOf(entry), Tone.Dim));
            foreach (var change in changes.Skip(1)) table.Add("", "", "", change, "");
        }
        table.WriteTo(terminal);
        if (page.Before is { } before) terminal.WriteLine($"Older ones: history --before {before}");
    }

    private static IEnumerable<string> ChangesOf(HistoryEntry entry)
    {
        var shown = entry.Changes.Take(MostChanges).Select(ChangeText.Of);
        return entry.Changes.Count > MostChanges ? shown.Append($"and {entry.Changes.Count - MostChanges} more: --json") : shown;
    }

    private static string ReasonOf(HistoryEntry entry) =>
        entry.Undoes is { } undone ? $"(back to version {undone}) {entry.Reason}".TrimEnd() : entry.Reason ?? "";
}
