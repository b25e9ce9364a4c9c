using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Gateway.Control;
using MyThoughts.Gateway.Pages.Parts;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Store;

namespace MyThoughts.Gateway.Pages;

/// <summary>Every route with its two sides, from this replica's memory: it is there when the database is not.</summary>
internal sealed class BoardModel(RouteOverviews overviews, StateFollower follower) : PageModel
{
    public static readonly IReadOnlyList<Side> Sides = [Side.Monolith, Side.Service];

    public TrafficOverview Traffic { get; private set; } = null!;

    /// <summary>Whether the database answers: without it nothing can be changed.</summary>
    public bool IsFollowing => follower.IsFollowing;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await overviews.ReadAsync(cancellationToken) is not { } traffic) return this.NoState();
        Traffic = traffic;
        return Page();
    }
}
