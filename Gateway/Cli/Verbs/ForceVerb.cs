using System.CommandLine;
using System.Text.Json.Nodes;
using MyThoughts.Gateway.Cli.Http;
using MyThoughts.Gateway.Cli.Output;
using MyThoughts.Gateway.Cli.Parsing;
using MyThoughts.Gateway.Keys;

namespace MyThoughts.Gateway.Cli.Verbs;

/// <summary>Signs a demand for one side, for the person who wants to look at it. Made here: nothing is sent and nothing changed.</summary>
internal static class ForceVerb
{
    public static Command Make(VerbSet verbs, Names names, TimeProvider clock)
    {
        var (route, side) = (names.Route(), Values.Side());
        var time = Numbers.Time("--for", "How long it counts, for example 30m or 2h.", TimeSpan.FromHours(1), TimeSpan.FromSeconds(1));
        var verb = verbs.LocalVerb(
            "force", "Writes a header and a cookie that send their bearer to one side. Example: force search service --for 1h", [route, side, time], (parsed, _) =>
        {
            var until = DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().Add(parsed.GetValue(time)).ToUnixTimeSeconds());
            var value = SideOverride.Sign(KeyOf(verbs.Target(parsed)), parsed.GetRequiredValue(route), parsed.GetRequiredValue(side), until);
            Show(value, until, verbs.IsJson(parsed), verbs.Terminal);
            return Task.FromResult(ExitCode.Done);
        });
        verbs.AddTarget(verb);
        return verb;
    }

    private static OperatorKey KeyOf(Target target) => target.Key is { } text
        ? OperatorKey.Of(text, "", Role.Operator)!
        : throw new CommandFailedException(ExitCode.NoAccess, $"There is no operator's key to sign with. Set {TargetFinder.KeyVariable}, or use --key.");

    private static void Show(string value, DateTimeOffset until, bool asJson, Terminal terminal)
    {
        if (asJson)
        {
            var signed = new JsonObject { ["header"] = SideOverride.Header, ["cookie"] = SideOverride.Cookie, ["value"] = value, ["until"] = until.UtcDateTime };
            terminal.WriteLine(signed.ToJsonString());
            return;
        }
        terminal.WriteLine($"{SideOverride.Header}: {value}");
        terminal.WriteLine($"Cookie: {SideOverride.Cookie}={value}");
        terminal.WriteLine(
            $"Either counts until {UtcTime.Text(until)}, where Overrides:Enabled is true and the key is an operator's. "
            + "To check: explain <path> --signature <value>");
    }
}
