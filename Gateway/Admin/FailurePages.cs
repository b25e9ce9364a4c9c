using Microsoft.AspNetCore.Diagnostics;

namespace MyThoughts.Gateway.Admin;

/// <summary>Failures on the admin port have a page of the operators' look, which shows nothing that needs a key.</summary>
internal sealed class FailurePages(RequestDelegate next)
{
    /// <summary>Whether this is the body of a failure, executed in its place.</summary>
    public static bool IsShown(HttpContext context) => context.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    public Task InvokeAsync(HttpContext context)
    {
        if (IsShown(context) && context.Request.Path.StartsWithSegments("/error", out var status)) context.Request.Path = "/admin/error" + status;
        return next(context);
    }
}
