using System.CommandLine;
using System.CommandLine.Completions;
using MyThoughts.Gateway.Cli.Http;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Cli.Parsing;

/// <summary>Arguments that name a part of the state. The names complete from the gateway, if it answers within a moment.</summary>
internal sealed class Names(VerbSet verbs)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(700);

    public Argument<string> Route() => Named("route", "The route's name, for example search.", state => state.Routes.Select(route => route.Name));

    public Argument<string> Cluster() => Named("cluster", "The cluster's name: monolith, or a service.", state => state.Clusters.Select(cluster => cluster.Name));

    public Argument<string> Destination(Argument<string> cluster)
    {
        var id = new Argument<string>("id") { HelpName = "id", Description = "The destination's id within the cluster." };
        id.CompletionSources.Add(context => !AtCursor.Is(id, context) ? []
            : StateFor(context)?.Cluster(context.ParseResult.GetValue(cluster) ?? "")?.Destinations.Select(destination => destination.Id) ?? []);
        return id;
    }

    // The help asks for completions too, unless an argument has a help name.
    private Argument<string> Named(string name, string description, Func<TrafficState, IEnumerable<string>> from)
    {
        var argument = new Argument<string>(name) { HelpName = name, Description = description };
        argument.CompletionSources.Add(context => AtCursor.Is(argument, context) && StateFor(context) is { } state ? from(state) : []);
        return argument;
    }

    private TrafficState? StateFor(CompletionContext context)
    {
        try
        {
            using var gateway = new GatewayClient(verbs.Target(context.ParseResult), Moment);
            // The shell waits, and the parser asks for completions synchronously.
            return Task.Run(() => gateway.StateAsync(CancellationToken.None)).GetAwaiter().GetResult().State;
        }
        catch (CommandFailedException)
        {
            return null;   // in the middle of a line, the shell is no place for complaints
        }
    }
}
