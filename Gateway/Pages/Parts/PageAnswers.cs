using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Chassis.Http;

namespace MyThoughts.Gateway.Pages.Parts;

/// <summary>What these pages answer alike.</summary>
internal static class PageAnswers
{
    /// <summary>The page, with the status that says to a program what the page says to a person.</summary>
    public static PageResult Page(this PageModel page, int status)
    {
        page.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable) page.Response.SetRetryAfter(RetryAfter.Moment);
        return page.Page();
    }

    /// <summary>Nothing to show yet: the first state has not come.</summary>
    public static IActionResult NoState(this PageModel page)
    {
        page.Response.SetRetryAfter(RetryAfter.Moment);
        return new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
    }
}
