using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Security;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts.Pages;

[Authorize]
internal sealed class ComposeModel(IThoughts thoughts) : PageModel
{
    [BindProperty] public string? Text { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // Browsers send a line break as two characters. The author typed one, and it counts as one.
        var typed = (Text ?? "").Replace("\r\n", "\n");
        var result = await thoughts.PostAsync(new(User.Username(), typed), cancellationToken);
        if (result.Position is { } position) new WrittenPosition(position, User.Username()).Set(HttpContext);
        if (result.Thought is not null) return Redirect("/");   // a reload must not post twice
        if (result.Refusal == PostThoughtRefusal.AuthorDeleted)
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
            ModelState.AddModelError("", "Your account is deleted, and nothing more can be posted from it. Log out, and sign up anew if you like.");
        }
        foreach (var message in result.Errors.Values.SelectMany(messages => messages)) ModelState.AddModelError(nameof(Text), message);
        return Page();
    }
}
