using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Chassis.Http;

namespace MyThoughts.Users.Pages;

/// <summary>What the pages of this module answer alike.</summary>
internal static class PageAnswers
{
    /// <summary>Back to where somebody wanted to go, which is on this site or it is the front page.</summary>
    public static RedirectResult Return(this PageModel page, string? returnUrl) =>
        new(page.Url.IsLocalUrl(returnUrl) ? Encoded(returnUrl) : "/");

    // A header holds ASCII alone: Kestrel would refuse the letters that people have in their names.
    private static string Encoded(string localUrl) => new Uri(new Uri("http://localhost"), localUrl).PathAndQuery;

    /// <summary>The form again, with what is wrong beside its fields.</summary>
    public static PageResult Again(this PageModel page, IDictionary<string, string[]> errors)
    {
        foreach (var (field, messages) in errors)
            foreach (var message in messages) page.ModelState.AddModelError(field, message);
        return page.Page();
    }

    /// <summary>The form again, to be sent later.</summary>
    public static PageResult Later(this PageModel page, int status, TimeSpan wait, string message)
    {
        page.Response.StatusCode = status;
        page.Response.SetRetryAfter(wait);
        page.ModelState.AddModelError("", message);
        return page.Page();
    }

    /// <summary>A wait as people say it.</summary>
    public static string InWords(TimeSpan wait) => Math.Ceiling(wait.TotalMinutes) is var minutes and > 1 ? $"{minutes} minutes" : "a minute";

    /// <summary>The form again, because too many people are at it.</summary>
    public static PageResult Busy(this PageModel page, TimeSpan wait) =>
        page.Later(StatusCodes.Status503ServiceUnavailable, wait, "Too many people are logging in at this moment. Try again in a few seconds.");
}
