using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using MyThoughts.Gateway.Api;
using MyThoughts.Gateway.Cli.Http;
using MyThoughts.Gateway.Cli.Output;
using MyThoughts.Gateway.Cli.Parsing;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Cli.Verbs;

/// <summary>Makes a key: over the API, and the first one, which nobody has asked for with a key, straight in the database.</summary>
internal static class CreateKeyVerb
{
    public static Command Make(VerbSet verbs)
    {
        var name = new Argument<string>("name") { HelpName = "name", Description = "Who has the key, as the history shows it." };
        var role = Values.Role();
        var first = new Option<bool>("--first")
        {
            Description = "Make the first operator's key straight in the database, ConnectionStrings:gateway. Takes settings: --ConnectionStrings:gateway=…",
        };
        var force = new Option<bool>("--force") { Description = "With --first: even though an operator's key is in force already." };
        var verb = verbs.LocalVerb(
            "create", "Makes a key and shows it once. Example: keys create alice --role operator", [name, role, first, force],
            async (parsed, stop) =>
            {
                if (!parsed.GetValue(first) && parsed.UnmatchedTokens is [var strange, ..])
                    throw new CommandFailedException(ExitCode.WrongUsage, $"'{strange}' means nothing here. See: gateway keys create --help");
                var created = parsed.GetValue(first)
                    ? Json(await FirstKey.CreateAsync(parsed.GetRequiredValue(name), parsed.GetValue(force), parsed.UnmatchedTokens, verbs.Terminal, stop))
                    : await CreateAsync(verbs.Target(parsed), parsed.GetRequiredValue(name), parsed.GetValue(role) ?? Role.Viewer, stop);
                Show(created, verbs.IsJson(parsed), verbs.Terminal);
                return ExitCode.Done;
            });
        verbs.AddTarget(verb);
        verb.TreatUnmatchedTokensAsErrors = false;
        verb.Validators.Add(result =>
        {
            var isFirst = result.GetValue(first);
            if (result.GetValue(name) is ['-', ..]) result.AddError("The name is missing: it comes first.");
            if (!isFirst && result.GetValue(force)) result.AddError("--force goes with --first alone.");
            if (isFirst && result.GetValue(role) == Role.Viewer) result.AddError("The first key is an operator's: leave --role out.");
        });
        return verb;
    }

    private static async Task<string> CreateAsync(Target target, string name, Role role, CancellationToken cancellationToken)
    {
        using var gateway = new GatewayClient(target);
        var wish = new JsonObject { ["name"] = name, ["role"] = Values.TextOf(role) };
        var answer = (await gateway.SendAsync(HttpMethod.Post, "keys", wish.ToJsonString(), basedOn: null, cancellationToken)).OrFail();
        _ = answer.Read<CreatedKey>();
        return answer.Body;
    }

    private static void Show(string created, bool asJson, Terminal terminal)
    {
        if (asJson)
        {
            terminal.WriteLine(created);
            return;
        }
        var key = JsonSerializer.Deserialize<CreatedKey>(created, TrafficJson.Options)!;
        var role = key.Role == Role.Operator ? "an operator" : "a viewer";
        terminal.WriteLine($"Key {key.Id} for {PlainText.Of(key.Name)}, {role}. It is shown this once and kept nowhere:");
        terminal.WriteLine(key.Key);
        terminal.WriteLine($"Use it with {TargetFinder.KeyVariable}, or log in with it at /admin.");
    }

    private static string Json(CreatedKey key) => JsonSerializer.Serialize(key, TrafficJson.Options);
}
