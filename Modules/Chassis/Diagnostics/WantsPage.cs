using Microsoft.AspNetCore.Http;
using MyThoughts.Chassis.Http;

namespace MyThoughts.Chassis.Diagnostics;

/// <summary>Whether a failure is told as a page to a person or as a problem document to a program.</summary>
public static class WantsPage
{
    private static readonly PathString[] ProgramPaths = ["/api", "/admin/api", "/admin/version", "/internal", "/metrics", "/openapi", "/.well-known"];

    /// <summary>Tells by path and Accept header.</summary>
    /// <param name="context">The request.</param>
    /// <returns>True for a person.</returns>
    public static bool Of(HttpContext context) =>
        !Health.Owns(context.Request.Path)
        && !context.Request.Path.IsInAny(ProgramPaths)
        && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
