using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Chassis.Security;

namespace MyThoughts.Users.Pages;

/// <summary>Asks before it does anything: a link, which another site can make anybody follow, logs nobody out.</summary>
internal sealed class LogoutModel : PageModel
{
    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Page() : Redirect("/login/");

    public IActionResult OnPost()
    {
        SessionCookie.Clear(HttpContext);
        return Redirect("/login/");
    }
}
