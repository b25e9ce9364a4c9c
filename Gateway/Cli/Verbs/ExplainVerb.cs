using System.CommandLine;
using System.Globalization;
using MyThoughts.Gateway.Cli.Output;
using MyThoughts.Gateway.Cli.Parsing;
using MyThoughts.Gateway.Control;

namespace MyThoughts.Gateway.Cli.Verbs;

/// <summary>Where a request would go, and why.</summary>
internal static class ExplainVerb
{
    public static Command Make(VerbSet verbs)
    {
        var path = new Argument<string>("path") { HelpName = "path", Description = "A path as a browser asks for it, for example /search." };
        var visitor = new Option<string?>("--visitor") { HelpName = "id", Description = "The visitor's id, which is in the cookie 'visitor'." };
        var user = new Option<string?>("--user") { HelpName = "name", Description = "The user of a token, for a program without cookies." };
        var signature = new Option<string?>("--signature") { HelpName = "value", Description = "What `force` wrote for X-Side." };
        return verbs.Verb("explain", "Says where a request would go, and why. Without a visitor: as for somebody new.", [path, visitor, user, signature],
            (session, parsed, stop) =>
        {
            var query = QueryString.Create(
                [new("path", parsed.GetRequiredValue(path)), .. Given("visitor", visitor), .. Given("user", user), .. Given("signature", signature)]);
            return session.ShowAsync<Explanation>($"explain{query}", explanation => Show(explanation, session.Terminal), stop);

            IEnumerable<KeyValuePair<string, string?>> Given(string name, Option<string?> option) =>
                parsed.GetValue(option) is { } value ? [new(name, value)] : [];
        });
    }

    private static void Show(Explanation explained, Terminal terminal)
    {
        terminal.WriteLine($"{PlainText.Of(explained.Path)} -> {explained.Outcome} ({explained.Reason})");
        terminal.WriteLine(PlainText.Of(explained.Because));
        terminal.WriteLine();
        var table = new TextTable(new Column("what"), new Column("is") { IsFlexible = true });
        table.Add("version", Text(explained.Version));
        if (explained.Route is not null) table.Add("route", explained.Route);
        if (explained.Visitor is not null) table.Add("visitor", explained.Visitor);
        if (explained.Bucket is { } bucket) table.Add("bucket", $"{Text(bucket)} of 10000");
        if (explained.Weight is { } weight) table.Add("weight", $"{Text(weight)}%");
        if (explained.EasedShare is < 100) table.Add("eased to", Cell.Of($"{Text(explained.EasedShare.Value)}% of the weight", Tone.Warning));
        if (explained.Forced is { } forced) table.Add("forced", Values.TextOf(forced));
        if (explained.Monolith is { } monolith) table.Add("monolith", SideOf(monolith));
        if (explained.Service is { } service) table.Add("service", SideOf(service));
        table.WriteTo(terminal);
    }

    private static Cell SideOf(ExplainedSide side)
    {
        var since = side.Since is { } time ? $" since {UtcTime.Text(time)}" : "";
        var healthy = side.Healthy.Count == 0 ? "no healthy destination for this visitor" : $"healthy: {string.Join(", ", side.Healthy)}";
        var closed = side.Permitted ? "" : ", nobody is sent there";
        return Cell.Of($"{Values.TextOf(side.Mode)}{since}{closed}; {healthy}", side.Healthy.Count == 0 ? Tone.Bad : Tone.Plain);
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
