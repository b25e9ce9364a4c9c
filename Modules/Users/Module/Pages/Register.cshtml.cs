using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Chassis.Security;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Users.Pages;

internal sealed class RegisterModel(IUsers users) : PageModel
{
    [BindProperty] public string? Username { get; set; }

    [BindProperty] public string? Password { get; set; }

    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? this.Return(ReturnUrl) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await users.RegisterAsync(new(Username ?? "", Password ?? ""), cancellationToken);
        if (result.Session is { } session)
        {
            SessionCookie.Set(HttpContext, session.Token, session.ExpiresAt);
            return this.Return(ReturnUrl);
        }
        return result.Outcome switch
        {
            RegisterUserOutcome.Taken => this.Again(new Dictionary<string, string[]> { [nameof(Username)] = ["This username is taken. Choose another one."] }),
            RegisterUserOutcome.Busy => this.Busy(result.RetryAfter!.Value),
            _ => this.Again(result.Errors),
        };
    }
}
