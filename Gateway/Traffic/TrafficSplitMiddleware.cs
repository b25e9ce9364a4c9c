using MyThoughts.Chassis.Diagnostics;
using MyThoughts.Gateway.Proxy;

namespace MyThoughts.Gateway.Traffic;

/// <summary>Sends a request to its side and, when that side has no answer and nothing is lost by it, to another.</summary>
internal sealed class TrafficSplitMiddleware(RequestDelegate next, SplitTable table)
{
    public Task InvokeAsync(HttpContext context) => table[context.GetRouteModel().Config.RouteId] switch
    {
        SplitRoute route => SendAsync(context, route),
        var unsplit => SendAsync(context, (UnsplitRoute)unsplit),
    };

    private async Task SendAsync(HttpContext context, SplitRoute route)
    {
        var bucket = VisitorBucket.Of(VisitorId.ReadOrMint(context), route.RouteName);
        var (side, reason) = SplitDecision.Of(bucket, route.Weight, route.Monolith.IsReady, route.Service.IsReady);
        await SendAsync(context, route[side], reason);

        if (!AskElsewhere.HasFailed(context) || !AskElsewhere.IsPossible(context)) return;
        AskElsewhere.Reset(context);
        await SendAsync(context, route[SplitDecision.Other(side)], Reason.Fallback);
    }

    // Two versions may be live at once: an asset of a service's page belongs to no module's paths, and the monolith may lack it.
    private async Task SendAsync(HttpContext context, UnsplitRoute route)
    {
        var others = AssetPath.Is(context.Request.Path) && AskElsewhere.IsPossible(context)
            ? new Queue<SplitSide>(route.Services.Where(side => side.IsReady))
            : [];
        AskElsewhere.HoldNotFound(context, others.Count > 0);
        await SendAsync(context, route.Monolith, Reason.Unsplit);

        while (others.TryDequeue(out var other) && AskElsewhere.IsPossible(context)
            && (AskElsewhere.HasFailed(context) || context.Response.StatusCode == StatusCodes.Status404NotFound))
        {
            AskElsewhere.Reset(context);
            AskElsewhere.HoldNotFound(context, others.Count > 0);
            await SendAsync(context, other, Reason.Asset);
        }
    }

    private Task SendAsync(HttpContext context, SplitSide side, Reason reason)
    {
        side.Take(context);
        new RequestSide(side.Name, reason.ToLogText()).NoteOn(context);
        return next(context);
    }
}
