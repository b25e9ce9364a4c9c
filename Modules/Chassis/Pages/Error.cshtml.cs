using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MyThoughts.Chassis.Pages;

/// <summary>
/// The body of a failed request, executed in its place with its method and its status. It needs no database and no antiforgery token,
/// since either may be what failed.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class ErrorModel : PageModel
{
    /// <summary>The status of the response: an exception handler may have chosen another than the one in the path.</summary>
    public int Status => HttpContext.Response.StatusCode;

    public ErrorText Text => ErrorText.Of(Status);

    public string RequestId => HttpContext.TraceIdentifier;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // Asked for directly, there is no error to show, and so no such page.
        if (!IsReexecuted(context)) context.Result = NotFound();
    }

    private static bool IsReexecuted(ActionContext context) =>
        context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null
        || context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
}
