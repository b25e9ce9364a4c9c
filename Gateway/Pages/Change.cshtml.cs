using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Chassis.Database;
using MyThoughts.Gateway.Admin;
using MyThoughts.Gateway.Api;
using MyThoughts.Gateway.Control;
using MyThoughts.Gateway.Pages.Changes;
using MyThoughts.Gateway.Pages.Parts;
using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Store;

namespace MyThoughts.Gateway.Pages;

/// <summary>
/// Shows what a change would do, whichever it is, and makes it. GET is the preview, which changes nothing and can be sent to a colleague;
/// POST makes the change, on the version that the preview was made for.
/// </summary>
[OperatorsOnly]
internal sealed class ChangeModel(TrafficControl control, StateStore store, Previews previews) : PageModel
{
    // A route's weight and modes; with a cluster, the page to go back to.
    [BindProperty(SupportsGet = true)] public string? Route { get; set; }
    [BindProperty(SupportsGet = true)] public string? Weight { get; set; }
    [BindProperty(SupportsGet = true)] public string? Monolith { get; set; }
    [BindProperty(SupportsGet = true)] public string? Service { get; set; }

    // A destination, and its mode, its end or its address.
    [BindProperty(SupportsGet = true)] public string? Cluster { get; set; }
    [BindProperty(SupportsGet = true)] public string? Destination { get; set; }
    [BindProperty(SupportsGet = true)] public string? Mode { get; set; }
    [BindProperty(SupportsGet = true)] public bool Remove { get; set; }
    [BindProperty(SupportsGet = true)] public string? Address { get; set; }

    // The version to bring back.
    [BindProperty(SupportsGet = true)] public long? Undo { get; set; }

    /// <summary>The version that the operator saw.</summary>
    [BindProperty(SupportsGet = true)] public long Version { get; set; }

    [BindProperty(SupportsGet = true)] public string? Reason { get; set; }
    [BindProperty] public bool Force { get; set; }

    /// <summary>Null while something is still to be typed in.</summary>
    public Plan? Plan { get; private set; }

    /// <summary>Null with the plan, and while the database is away.</summary>
    public Preview? Preview { get; private set; }

    public bool IsAway { get; private set; }

    /// <summary>Whether the change was refused because others were faster.</summary>
    public bool IsStale { get; private set; }

    public string Title => Plan?.Title ?? (Cluster is null ? "Change traffic" : $"Add a destination to {Cluster}");

    /// <summary>Whether a destination is being typed in.</summary>
    public bool IsAdding => Cluster is not null && Mode is null && !Remove;

    /// <summary>The fields of a route again, for another try.</summary>
    public RouteForm Form => new(Route!, Preview?.Now.Version ?? Version, new(Weight, Monolith, Service), Preview?.Now.State.Route(Route!)?.Weight.ToString() ?? "", Reason);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => AnswerAsync(apply: false, cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => AnswerAsync(apply: true, cancellationToken);

    private async Task<IActionResult> AnswerAsync(bool apply, CancellationToken cancellationToken)
    {
        // What was typed is shown as it was understood; nothing else is bound that could be wrong.
        ModelState.Clear();
        try
        {
            if (await store.LatestAsync(cancellationToken) is not { } now) return this.NoState();
            if (!await PlanOnAsync(now, cancellationToken)) return NotFound();
            if (Plan is null) return Page();
            var isReason = IsReason();
            var result = apply && isReason ? await control.ChangeAsync(RequestOf(Plan), cancellationToken) : null;
            if (result?.Outcome == ChangeOutcome.Applied) return Redirect($"{Plan.Back}?made={result.Version}");
            IsStale = result?.Outcome == ChangeOutcome.Stale;
            // Somebody may have been faster than the read above.
            if (IsStale && result!.Version != now.Version) now = await store.LatestAsync(cancellationToken) ?? now;
            return await ShowAsync(Plan, now, isReason, cancellationToken);
        }
        catch (Exception problem) when (DatabaseUnavailable.Is(problem))
        {
            return Away();
        }
    }

    private async Task<IActionResult> ShowAsync(Plan plan, Revision now, bool isReason, CancellationToken cancellationToken)
    {
        Preview = await previews.OfAsync(plan, now, Version, User.KeyName(), cancellationToken);
        if (Preview.Result.Outcome == ChangeOutcome.Unavailable) return Away();
        foreach (var problem in Preview.Result.Problems) ModelState.AddModelError(FieldOf(problem), problem.Message);
        var isForceMissing = Preview.NeedsForce && !Force && HttpMethods.IsPost(Request.Method) && !IsStale;
        if (isForceMissing) ModelState.AddModelError(nameof(Force), "Nothing was changed. Say that you mean it, or leave it.");
        if (IsStale) return this.Page(StatusCodes.Status409Conflict);
        return Preview.Result.Outcome == ChangeOutcome.Invalid || isForceMissing || !isReason ? this.Page(StatusCodes.Status422UnprocessableEntity) : Page();
    }

    // False when what it is about is not there.
    private async Task<bool> PlanOnAsync(Revision now, CancellationToken cancellationToken)
    {
        if (Undo is { } version)
        {
            if (await store.FindAsync(version, cancellationToken) is not { } wanted) return false;
            Plan = Plan.OfUndo(wanted, Route);
            return true;
        }
        if (Cluster is not null) return PlanDestination(now.State);
        if (Route is null || now.State.Route(Route) is not { } route) return false;
        var seen = Version == now.Version ? now : await store.FindAsync(Version, cancellationToken);
        var fields = new RouteFields(Weight, Monolith, Service).On(route, seen?.State.Route(Route));
        (Weight, Monolith, Service) = fields;
        Plan = Plan.OfRoute(Route, fields);
        return true;
    }

    private bool PlanDestination(TrafficState state)
    {
        if (state.Cluster(Cluster!) is not { } cluster || (Route is not null && state.Route(Route) is null)) return false;
        if (Mode is null && !Remove)
        {
            if (Address is not null) Plan = Plan.OfDestination(cluster.Name, Destination ?? "", Address, Route);
            return true;
        }
        if (Destination is null) return false;
        Plan = Remove ? Plan.OfRemoval(cluster.Name, Destination, Route) : Plan.OfMode(cluster.Name, Destination, Mode!, Route);
        return true;
    }

    private ChangeRequest RequestOf(Plan plan) => new(plan.Edit, Version, User.KeyName())
    {
        Reason = string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(), Force = Force, Undoes = plan.Undoes,
    };

    private bool IsReason()
    {
        if (ChangeEndpoints.ProblemOfReason(Reason) is not { } problem) return true;
        ModelState.AddModelError(nameof(Reason), problem);
        return false;
    }

    private PageResult Away()
    {
        (IsAway, Preview) = (true, null);
        return this.Page(StatusCodes.Status503ServiceUnavailable);
    }

    private string FieldOf(Problem problem)
    {
        if (Cluster is not null) return Address is null ? "" : problem.Message == TrafficRules.WantedName ? nameof(Destination) : nameof(Address);
        if (problem.Place == $"routes.{Route}.weight") return nameof(Weight);
        return problem.Place == $"routes.{Route}.monolith" ? nameof(Monolith) : problem.Place == $"routes.{Route}.service" ? nameof(Service) : "";
    }
}
