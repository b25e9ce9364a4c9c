using Microsoft.AspNetCore.Html;
using MyThoughts.Gateway.Control;
using MyThoughts.Gateway.Figures;
using MyThoughts.Gateway.State;
using Yarp.ReverseProxy.Model;

namespace MyThoughts.Gateway.Pages.Parts;

/// <summary>One side of a route as the pages show it.</summary>
internal sealed record SideCard(RouteOverview Route, Side Side, RouteCharts Charts)
{
    public string Name => Words.Of(Side);

    public string Key => $"{Route.Name}-{Name}";

    public SideOverview Of => Route[Side];

    public SideFigures Figures => Of.Figures;

    /// <summary>What the side does just now: its mode, and what stands in its way.</summary>
    public IEnumerable<IHtmlContent> States()
    {
        yield return Badge.Of(Of.Mode);
        if (Side == Side.Monolith && Route.HasLeftMonolith) yield return Badge.Bad("module has left");
        if (Side == Side.Service && Route.EasedShare < 100 && Route.Weight.BasisPoints > 0) yield return Badge.Warning($"easing in, {(int)Route.EasedShare}%");
    }

    /// <summary>How many of the hosts that may be asked can be.</summary>
    public IHtmlContent Health()
    {
        var asked = Of.Destinations.Where(destination => destination.Mode != Mode.Maint).ToList();
        if (asked.Count == 0) return Badge.Unknown("all in maint");
        var healthy = asked.Count(destination => destination is { IsAvailable: true, IsAbsent: false });
        var text = $"{healthy} of {asked.Count} healthy";
        return healthy == 0 ? Badge.Bad(text) : healthy < asked.Count ? Badge.Warning(text) : Badge.Good(text);
    }

    /// <summary>What is known of one host.</summary>
    public static IHtmlContent Health(DestinationOverview destination) => destination switch
    {
        { IsAbsent: true } => Badge.Bad("module has left"),
        { Passive: DestinationHealth.Unhealthy } => Badge.Bad("cannot be reached"),
        { Active: DestinationHealth.Unhealthy } => Badge.Bad("not ready"),
        { Active: DestinationHealth.Healthy } => Badge.Good("healthy"),
        _ => Badge.Unknown("not asked yet"),
    };
}
