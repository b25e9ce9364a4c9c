using MyThoughts.Chassis.Http;
using MyThoughts.Gateway.Figures;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.Proxy;

namespace MyThoughts.Gateway.Traffic;

/// <summary>Sends a request to its side and, when that side has no answer and nothing is lost by it, to another.</summary>
internal sealed class TrafficSplitMiddleware(RequestDelegate next, LiveTraffic traffic, SideOverride overrides, TimeProvider clock)
{
    public Task InvokeAsync(HttpContext context)
    {
        // Once: everything about this request is decided by this revision.
        if (traffic.Current is not { } table) return Refuse(context);
        return table.Find(context.Request.Path.Value) switch
        {
            SplitRoute route => SendAsync(context, route),
            var rest => SendAsync(context, (UnsplitPaths)rest),
        };
    }

    private async Task SendAsync(HttpContext context, SplitRoute route)
    {
        var begun = clock.GetTimestamp();
        var (side, reason) = route.Decide(context, overrides, out var visitor);
        route[side].Counters.CountDecision(clock.SecondsSince(begun));
        if (reason == Reason.Closed)
        {
            await Refuse(context);
            return;
        }

        await SendAsync(context, route[side], visitor, reason);
        var other = route[SplitDecision.Other(side)];
        if (!AskElsewhere.HasFailed(context) || !AskElsewhere.IsPossible(context) || !other.IsPermitted) return;
        AskElsewhere.Reset(context);
        await SendAsync(context, other, visitor, Reason.Fallback);
    }

    private Task SendAsync(HttpContext context, UnsplitPaths rest)
    {
        VisitorId.Read(context, out var visitor);
        return AssetPath.Is(context.Request.Path) && AskElsewhere.IsPossible(context)
            ? SendAsync(context, rest, visitor)
            : SendAsync(context, rest.Monolith, visitor, Reason.Unsplit);
    }

    // Two versions may be live at once: an asset of a service's page belongs to no module's paths, and the monolith may lack it.
    private async Task SendAsync(HttpContext context, UnsplitPaths rest, Visitor visitor)
    {
        var others = new Queue<SplitSide>(rest.Services.Where(side => side.Candidates(visitor).Count > 0));
        AskElsewhere.HoldNotFound(context, others.Count > 0);
        await SendAsync(context, rest.Monolith, visitor, Reason.Unsplit);

        while (others.TryDequeue(out var other) && AskElsewhere.IsPossible(context)
            && (AskElsewhere.HasFailed(context) || context.Response.StatusCode == StatusCodes.Status404NotFound))
        {
            AskElsewhere.Reset(context);
            AskElsewhere.HoldNotFound(context, others.Count > 0);
            await SendAsync(context, other, visitor, Reason.Asset);
        }
    }

    private async Task SendAsync(HttpContext context, SplitSide side, Visitor visitor, Reason reason)
    {
        side.Take(context, visitor);
        side.Note(reason).NoteOn(context);
        var begun = clock.GetTimestamp();
        await next(context);
        side.Counters.Count(Outcomes.Of(context), clock.SecondsSince(begun), isFallback: reason is Reason.Fallback or Reason.Asset, isForced: reason == Reason.Forced);
    }

    // Not a 502: nothing was asked, so a write may be sent again too.
    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.SetRetryAfter(RetryAfter.Moment);
        return Task.CompletedTask;
    }
}
