using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Chassis.Security;
using MyThoughts.Users.Contracts;
using MyThoughts.Users.Login;

namespace MyThoughts.Users.Pages;

internal sealed class LoginModel(IUsers users) : PageModel
{
    [BindProperty] public string? Username { get; set; }

    [BindProperty] public string? Password { get; set; }

    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? this.Return(ReturnUrl) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var network = ClientNetwork.Of(HttpContext.Connection.RemoteIpAddress);
        var result = await users.LogInAsync(new(Username ?? "", Password ?? "", network), cancellationToken);
        if (result.Session is { } session)
        {
            SessionCookie.Set(HttpContext, session.Token, session.ExpiresAt);
            return this.Return(ReturnUrl);
        }
        return result.Outcome switch
        {
            LogInOutcome.Invalid => this.Again(result.Errors),
            LogInOutcome.TooManyAttempts => this.Later(StatusCodes.Status429TooManyRequests, result.RetryAfter!.Value,
                $"There were too many wrong passwords. Try again in {PageAnswers.InWords(result.RetryAfter.Value)}."),
            LogInOutcome.Busy => this.Busy(result.RetryAfter!.Value),
            _ => this.Again(new Dictionary<string, string[]> { [nameof(Password)] = ["The username or the password is wrong."] }),
        };
    }
}
