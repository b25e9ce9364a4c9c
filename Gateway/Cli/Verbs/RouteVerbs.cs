using System.CommandLine;
using MyThoughts.Gateway.Cli.Changes;
using MyThoughts.Gateway.Cli.Parsing;

namespace MyThoughts.Gateway.Cli.Verbs;

/// <summary>Changes of a route.</summary>
internal static class RouteVerbs
{
    public static Command Weight(VerbSet verbs, Names names)
    {
        var (route, percent, options) = (names.Route(), Values.Percent(), new ChangeOptions());
        return verbs.Verb("weight", "Gives a route another weight. Example: weight search 25 --reason 'first step'", [route, percent, .. options.All],
            (session, parsed, stop) =>
            session.ChangeAsync(
                HttpMethod.Put, $"routes/{Uri.EscapeDataString(parsed.GetRequiredValue(route))}/weight",
                new() { ["weight"] = parsed.GetRequiredValue(percent).Percent }, options.Read(parsed), stop));
    }

    public static Command Mode(VerbSet verbs, Names names)
    {
        var (route, side, mode, options) = (names.Route(), Values.Side(), Values.Mode(), new ChangeOptions());
        return verbs.Verb("mode", "Sets the mode of a route's side. Example: mode search service drain", [route, side, mode, .. options.All],
            (session, parsed, stop) =>
            session.ChangeAsync(
                HttpMethod.Put, $"routes/{Uri.EscapeDataString(parsed.GetRequiredValue(route))}/{Values.TextOf(parsed.GetRequiredValue(side))}/mode",
                new() { ["mode"] = Values.TextOf(parsed.GetRequiredValue(mode)) }, options.Read(parsed), stop));
    }
}
