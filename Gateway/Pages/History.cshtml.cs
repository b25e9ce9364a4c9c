using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Chassis.Pages;
using MyThoughts.Gateway.Pages.Parts;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Store;
using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway.Pages;

/// <summary>Who changed what, when and why, newest first; of everything, or of one route.</summary>
internal sealed class HistoryModel(StateStore store, LiveTraffic live) : PageModel
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true)] public string? Route { get; set; }
    [BindProperty(SupportsGet = true)] public long Before { get; set; } = long.MaxValue;
    [BindProperty(SupportsGet = true)] public long? Made { get; set; }

    public IReadOnlyList<Revision> Revisions { get; private set; } = [];
    public Revision? JustMade { get; private set; }
    public long Latest { get; private set; }
    public Pager Pager { get; private set; } = new(null, null);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (live.Current is not { Revision: var now }) return this.NoState();
        if (Route is not null && now.State.Route(Route) is null) return NotFound();
        Latest = now.Version;
        var found = Route is null
            ? await store.BeforeAsync(Before, PageSize + 1, cancellationToken)
            : await store.OfRouteBeforeAsync(now.State.Route(Route)!, Before, PageSize + 1, cancellationToken);
        Revisions = [.. found.Take(PageSize)];
        Pager = new(Before == long.MaxValue ? null : Address(null), found.Count > PageSize ? Address(Revisions[^1].Version) : null);
        if (Made is { } version) JustMade = await store.FindAsync(version, cancellationToken);
        return Page();
    }

    // Back to the newest: versions only grow, and whoever looks at old ones came from there.
    private string Address(long? before) => (Route, before) switch
    {
        (null, null) => "/admin/history",
        (null, _) => $"/admin/history?before={before}",
        (_, null) => $"/admin/history?route={Route}",
        _ => $"/admin/history?route={Route}&before={before}",
    };
}
