using MyThoughts.Gateway.Pages.Parts;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Pages.Changes;

/// <summary>What an operator sets for a route, as it stands in the form; null for a field that the form does not have.</summary>
internal sealed record RouteFields(string? Weight, string? Monolith, string? Service)
{
    public static RouteFields Of(TrafficRoute route) => new(route.Weight.ToString(), route.Monolith.Mode.ToText(), route.Service.Mode.ToText());

    /// <summary>
    /// What was typed, on the state as it is now. A field that nobody touched follows the state: else an operator who changes the
    /// weight would, without a word of it, take back the mode that a colleague has set meanwhile.
    /// </summary>
    public RouteFields On(TrafficRoute now, TrafficRoute? seen)
    {
        var (present, before) = (Of(now), seen is null ? null : Of(seen));
        return new(
            Follow(Percent(Weight), before?.Weight, present.Weight),
            Follow(Monolith, before?.Monolith, present.Monolith),
            Follow(Service, before?.Service, present.Service));
    }

    public Edit ApplyTo(TrafficState state, string route, DateTimeOffset now)
    {
        var problems = new List<Problem>();
        if (!State.Weight.TryParse(Percent(Weight), out var weight)) problems.Add(new($"routes.{route}.weight", $"{State.Weight.Wanted} Example: 12.5"));
        if (!Words.TryMode(Monolith, out var monolith)) problems.Add(new($"routes.{route}.monolith", "Choose ready, drain or maint."));
        if (!Words.TryMode(Service, out var service)) problems.Add(new($"routes.{route}.service", "Choose ready, drain or maint."));
        if (problems.Count > 0) return new(null, problems);
        return new TrafficPatch([new(route, Weight: weight.Percent, Monolith: new(monolith), Service: new(service))]).ApplyTo(state, now);
    }

    private static string? Follow(string? typed, string? seen, string? now) => typed is null || typed == seen ? now : typed;

    // People write the sign, and mean no harm.
    private static string? Percent(string? typed) => typed?.Trim().TrimEnd('%').TrimEnd();
}
