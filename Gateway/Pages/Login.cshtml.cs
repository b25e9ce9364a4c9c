using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Gateway.Admin;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.Pages.Parts;

namespace MyThoughts.Gateway.Pages;

/// <summary>Asks for the key, once, and gives a session for it. Shown in place, with 401, wherever somebody without one wants to go.</summary>
internal sealed class LoginModel(KeyRing keys, FailedKeys failed, Sessions sessions) : PageModel
{
    [BindProperty] public string? Key { get; set; }

    [BindProperty(SupportsGet = true)] public string? Return { get; set; }

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? Redirect(ReturnPath.Of(Return)) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (failed.Refuse(HttpContext))
        {
            ModelState.AddModelError(nameof(Key), "There were too many keys that are not in force. Wait a minute, then try again.");
            return Page();
        }
        if (keys.Find(Key?.Trim() ?? "") is { } key)
        {
            await sessions.BeginAsync(HttpContext, key);
            return Redirect(ReturnPath.Of(Return));
        }
        await failed.NoteAsync(HttpContext, "a key that is not in force, on the login page");
        ModelState.AddModelError(nameof(Key), "This key is not in force. It may be mistyped or cut off, or it has been revoked.");
        return this.Page(StatusCodes.Status401Unauthorized);
    }
}
