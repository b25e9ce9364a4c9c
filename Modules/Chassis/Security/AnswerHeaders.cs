using Microsoft.AspNetCore.Http;
using MyThoughts.Chassis.Diagnostics;
using MyThoughts.Chassis.Http;

namespace MyThoughts.Chassis.Security;

/// <summary>
/// Answers with the request's id, and tells browsers to load nothing that is not ours, to guess no content type, and to let no other site
/// frame our pages.
/// </summary>
internal sealed class AnswerHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // Swagger UI styles and starts itself inline. It is served by each host alone, never through the gateway.
    private const string DocsPolicy =
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    // The second is the gateway's, on its admin port.
    private static readonly PathString[] Docs = ["/docs", "/admin/docs"];

    public Task InvokeAsync(HttpContext context)
    {
        // At the start of the response, because the exception handler clears what was set before it.
        context.Response.OnStarting(static state =>
        {
            var request = (HttpContext)state;
            var headers = request.Response.Headers;
            headers[RequestId.Header] = request.TraceIdentifier;
            headers.ContentSecurityPolicy = request.Request.Path.IsInAny(Docs) ? DocsPolicy : Policy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
