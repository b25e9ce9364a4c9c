using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Pages.Parts;

/// <summary>The words for what the state knows as names, the same as in the API and in history.</summary>
internal static class Words
{
    public static readonly IReadOnlyList<Mode> Modes = [Mode.Ready, Mode.Drain, Mode.Maint];

    public static string Of(Side side) => side == Side.Service ? "service" : "monolith";

    /// <summary>What a mode does, for whoever is about to choose it.</summary>
    public static string Meaning(Mode mode) => mode switch
    {
        Mode.Ready => "takes everybody it is chosen for",
        Mode.Drain => "keeps those who are there, takes no newcomers",
        _ => "takes nobody",
    };

    /// <summary>A place of the state without what a route's own page need not say.</summary>
    public static string PlaceWithin(string route, string place) =>
        place.StartsWith($"routes.{route}.", StringComparison.Ordinal) ? place[$"routes.{route}.".Length..] : place;

    public static bool TryMode(string? text, out Mode mode)
    {
        var known = Modes.Where(one => one.ToText() == text).ToList();
        mode = known.FirstOrDefault();
        return known.Count > 0;
    }
}
