using MyThoughts.Gateway.Figures;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.Proxy;
using Yarp.ReverseProxy.Forwarder;

namespace MyThoughts.Gateway.Traffic;

/// <summary>Sends a request to its side and, when that side has no answer and nothing is lost by it, to another.</summary>
internal sealed class TrafficSplitMiddleware(RequestDelegate next, LiveTraffic traffic, SideOverride overrides, TimeProvider clock)
{
    public Task InvokeAsync(HttpContext context)
    {
        // Once: everything about this request is decided by this revision.
        if (traffic.Current is { } table) return table.Find(context.Request.Path.Value) switch
        {
            SplitRoute route => SendAsync(context, route),
            var rest => SendAsync(context, (UnsplitPaths)rest),
        };
        context.Features.Set<IForwarderErrorFeature>(GatewayFailure.NobodyAsked);
        return Task.CompletedTask;
    }

    private async Task SendAsync(HttpContext context, SplitRoute route)
    {
        var begun = clock.GetTimestamp();
        var (chosen, reason) = route.Decide(context, overrides, out var visitor);
        var (side, other) = (route[chosen], route[SplitDecision.Other(chosen)]);
        var decided = clock.GetTimestamp();
        side.Counters.CountDecision(begun, decided);
        if (reason == Reason.Closed)
        {
            context.Features.Set<IForwarderErrorFeature>(GatewayFailure.NobodyAsked);
            return;
        }

        // Not by the method for one side: of all that happens to a request, this is what is waited in most often.
        side.Take(context, visitor, reason);
        await next(context);
        Count(context, side, reason, decided);
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
        var begun = clock.GetTimestamp();
        side.Take(context, visitor, reason);
        await next(context);
        Count(context, side, reason, begun);
    }

    private void Count(HttpContext context, SplitSide side, Reason reason, long begun) => side.Counters.Count(
        Outcomes.Of(context), begun, clock.GetTimestamp(), isFallback: reason is Reason.Fallback or Reason.Asset, isForced: reason == Reason.Forced);
}
