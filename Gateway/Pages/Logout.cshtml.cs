using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Gateway.Admin;

namespace MyThoughts.Gateway.Pages;

/// <summary>Ends the session. Every page has the button; the address alone asks first.</summary>
internal sealed class LogoutModel(Sessions sessions) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.EndAsync(HttpContext);
        return Redirect("/admin/login");
    }
}
