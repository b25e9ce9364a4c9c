using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MyThoughts.Gateway.Control;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Cli.Verbs;

/// <summary>The routes, and the whole state.</summary>
internal static class ReadVerbs
{
    // What people edit is not HTML: '@' and '+' stay as they are.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Routes(VerbSet verbs) => verbs.Verb(
        "routes", "Shows the routes: weight, and for each side its mode, healthy hosts, requests, errors, p99; last change.", [],
        (session, _, stop) => session.ShowAsync<TrafficOverview>("routes", overview => RouteTable.Of(overview).WriteTo(session.Terminal), stop));

    public static Command State(VerbSet verbs) => verbs.Verb(
        "state", "Writes the whole state as a traffic.json, which `apply` takes. Example: state > traffic.json", [],
        async (session, _, stop) =>
        {
            var answer = await session.Gateway.GetAsync("state", stop);
            if (!session.AsJson) answer.Read<TrafficState>();   // a file that `apply` would refuse is no help
            session.Terminal.WriteLine(session.AsJson ? answer.Body : JsonNode.Parse(answer.Body)!.ToJsonString(Readable));
            return ExitCode.Done;
        });
}
