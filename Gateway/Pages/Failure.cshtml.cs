using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Gateway.Admin;

namespace MyThoughts.Gateway.Pages;

/// <summary>The body of a request that failed on the admin port, executed in its place with its method and its status.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class FailureModel : PageModel
{
    /// <summary>The status of the response: an exception handler may have chosen another than the one in the path.</summary>
    public int Status => HttpContext.Response.StatusCode;

    public string RequestId => HttpContext.TraceIdentifier;

    public (string Title, string WhatHappened, string WhatToDo) Text => Status switch
    {
        StatusCodes.Status400BadRequest => ("This form is out of date", "It was opened before the last login, or something in it is missing. Nothing was changed.", "Go back, reload the page and send it again."),
        StatusCodes.Status401Unauthorized => ("Your session has ended", "The admin port did not take your key: the session is over, or the key was revoked. Nothing was changed.", "Log in, then do it again."),
        StatusCodes.Status403Forbidden => ("Only operators may do this", "Your key is a viewer’s: it may look and change nothing. Nothing was changed.", "Ask somebody with an operator’s key."),
        StatusCodes.Status404NotFound => ("There is nothing here", "The address may be mistyped, or the route, version or destination is gone.", "Start again from the routes."),
        StatusCodes.Status429TooManyRequests => ("Too many tries", "Too many keys from here were not in force, so none is heard for a while.", "Wait a minute, then try again."),
        StatusCodes.Status503ServiceUnavailable => ("The gateway’s database does not answer", "What this page shows is in the database, which is away at the moment. Traffic goes on by the last state.", "The routes are there all the same. Try this page again in a moment."),
        < StatusCodes.Status500InternalServerError => ("That did not work", "The gateway did not accept the request. Nothing was changed.", "Go back and try once more."),
        _ => ("Something went wrong", "The mistake is the gateway’s. It is in its log.", "Try again. If it happens once more, look for the request below in the log."),
    };

    // Asked for directly, there is no failure to show, and so no such page.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!FailurePages.IsShown(HttpContext)) context.Result = NotFound();
    }
}
