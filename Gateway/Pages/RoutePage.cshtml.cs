using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Chassis.Database;
using MyThoughts.Gateway.Control;
using MyThoughts.Gateway.Pages.Changes;
using MyThoughts.Gateway.Pages.Parts;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Store;
using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway.Pages;

/// <summary>One route: what it does, what it did, how to change it, and where a visitor would go.</summary>
internal sealed class RoutePageModel(RouteOverviews overviews, StateStore store, StateFollower follower, LiveTraffic live, Explainer explainer) : PageModel
{
    public static readonly IReadOnlyList<decimal> Presets = [0, 1, 5, 10, 25, 50, 75, 100];

    private const int ShownOfHistory = 5;

    [BindProperty(SupportsGet = true)] public string Name { get; set; } = "";

    /// <summary>The version that somebody has just made, and comes from.</summary>
    [BindProperty(SupportsGet = true)] public long? Made { get; set; }

    // What to explain.
    [BindProperty(SupportsGet = true)] public string? Path { get; set; }
    [BindProperty(SupportsGet = true)] public string? Visitor { get; set; }
    [BindProperty(SupportsGet = true)] public string? Username { get; set; }

    public TrafficOverview Traffic { get; private set; } = null!;
    public RouteOverview Route { get; private set; } = null!;
    public Explanation? Explanation { get; private set; }

    /// <summary>Null while the database is away.</summary>
    public IReadOnlyList<Revision>? History { get; private set; }

    public Revision? JustMade { get; private set; }

    public bool IsFollowing => follower.IsFollowing;

    public RouteForm Form => new(Route.Name, Traffic.Version, new(Route.Weight.ToString(), Route.Monolith.Mode.ToText(), Route.Service.Mode.ToText()), Route.Weight.ToString());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await overviews.ReadAsync(cancellationToken) is not { } traffic) return this.NoState();
        if (traffic.Routes.FirstOrDefault(route => route.Name == Name) is not { } route) return NotFound();
        (Traffic, Route) = (traffic, route);
        if (Path is not null) Explain(Path.Trim());
        await ReadHistoryAsync(cancellationToken);
        return Page();
    }

    private void Explain(string path)
    {
        var (visitor, user) = (Visitor?.Trim(), Username?.Trim());
        if (path is not ['/', ..]) ModelState.AddModelError(nameof(Path), "A path begins with a slash. Example: /search");
        if (visitor is { Length: > 0 } && !VisitorId.IsValid(visitor))
            ModelState.AddModelError(nameof(Visitor), "This is no visitor’s id. It is the UUID of version 7 in the cookie ‘visitor’.");
        if (!ModelState.IsValid) return;
        Explanation = explainer.Explain(path.Split('?')[0], visitor is { Length: > 0 } ? visitor : null, user is { Length: > 0 } ? user : null, signature: null);
    }

    private async Task ReadHistoryAsync(CancellationToken cancellationToken)
    {
        if (live.Current?.Revision.State.Route(Name) is not { } route) return;
        try
        {
            History = await store.OfRouteBeforeAsync(route, long.MaxValue, ShownOfHistory, cancellationToken);
            if (Made is { } version) JustMade = await store.FindAsync(version, cancellationToken);
        }
        catch (Exception problem) when (DatabaseUnavailable.Is(problem))
        {
            // The page is about the traffic, which goes on.
        }
    }
}
