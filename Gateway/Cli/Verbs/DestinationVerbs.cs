using System.CommandLine;
using MyThoughts.Gateway.Cli.Changes;
using MyThoughts.Gateway.Cli.Output;
using MyThoughts.Gateway.Cli.Parsing;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Cli.Verbs;

/// <summary>The hosts behind the gateway.</summary>
internal static class DestinationVerbs
{
    public static Command Make(VerbSet verbs, Names names)
    {
        var destination = List(verbs, "destination", "Shows and changes the hosts behind the gateway.");
        destination.Add(List(verbs, "list", "Shows the destinations of every cluster. The default."));
        destination.Add(Add(verbs, names));
        destination.Add(Remove(verbs, names));
        destination.Add(Mode(verbs, names));
        return destination;
    }

    private static Command List(VerbSet verbs, string name, string description) => verbs.Verb(name, description, [], (session, _, stop) =>
        session.ShowAsync<TrafficState>("state", state => Table(state).WriteTo(session.Terminal), stop));

    private static TextTable Table(TrafficState state)
    {
        var table = new TextTable(
            new Column("cluster"), new Column("protocol"), new Column("id"), new Column("address") { IsFlexible = true }, new Column("mode"));
        foreach (var cluster in state.Clusters)
            foreach (var one in cluster.Destinations)
                table.Add(cluster.Name, Values.TextOf(cluster.Protocol), one.Id, one.Address, RouteTable.ModeCell(one.Mode.Mode));
        return table;
    }

    private static Command Add(VerbSet verbs, Names names)
    {
        var (cluster, options) = (names.Cluster(), new ChangeOptions());
        var id = names.Destination(cluster);
        var address = new Argument<string>("address") { HelpName = "address", Description = "Scheme, host and port." };
        return verbs.Verb("add", "Adds a destination, or gives one another address. Example: destination add search 2 http://10.0.0.5:7003", [cluster, id, address, .. options.All],
            (session, parsed, stop) =>
            session.ChangeAsync(
                HttpMethod.Put, Path(parsed, cluster, id), new() { ["address"] = parsed.GetRequiredValue(address) }, options.Read(parsed), stop));
    }

    private static Command Remove(VerbSet verbs, Names names)
    {
        var (cluster, options) = (names.Cluster(), new ChangeOptions());
        var id = names.Destination(cluster);
        return verbs.Verb("remove", "Removes a destination. Put it into drain first. Example: destination remove search 1", [cluster, id, .. options.All],
            (session, parsed, stop) =>
            session.ChangeByQueryAsync(HttpMethod.Delete, Path(parsed, cluster, id), document: null, file: null, options.Read(parsed), stop));
    }

    private static Command Mode(VerbSet verbs, Names names)
    {
        var (cluster, mode, options) = (names.Cluster(), Values.Mode(), new ChangeOptions());
        var id = names.Destination(cluster);
        return verbs.Verb("mode", "Sets the mode of one destination. Example: destination mode search 1 drain", [cluster, id, mode, .. options.All],
            (session, parsed, stop) =>
            session.ChangeAsync(
                HttpMethod.Put, Path(parsed, cluster, id) + "/mode", new() { ["mode"] = Values.TextOf(parsed.GetRequiredValue(mode)) }, options.Read(parsed), stop));
    }

    private static string Path(ParseResult parsed, Argument<string> cluster, Argument<string> id) =>
        $"clusters/{Uri.EscapeDataString(parsed.GetRequiredValue(cluster))}/destinations/{Uri.EscapeDataString(parsed.GetRequiredValue(id))}";
}
