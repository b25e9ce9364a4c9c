using Microsoft.AspNetCore.Http;

namespace MyThoughts.Chassis.Diagnostics;

/// <summary>Which side of a split answered a request and why, for the request's log line.</summary>
/// <param name="Side">For example <c>monolith</c> or <c>service:search</c>.</param>
/// <param name="Reason">For example <c>weight</c>.</param>
public sealed record RequestSide(string Side, string Reason)
{
    /// <summary>Notes the side on the request; a later call replaces an earlier one.</summary>
    /// <param name="context">The request.</param>
    public void NoteOn(HttpContext context) => context.Features.Set(this);

    /// <summary>The side noted last.</summary>
    /// <param name="context">The request.</param>
    /// <returns>Null when none was.</returns>
    public static RequestSide? Of(HttpContext context) => context.Features.Get<RequestSide>();
}
