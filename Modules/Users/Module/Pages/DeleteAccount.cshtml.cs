using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Chassis.Security;
using MyThoughts.Users.Contracts;
using MyThoughts.Users.Login;

namespace MyThoughts.Users.Pages;

/// <summary>Asks for the password before an account is deleted, and deletes it.</summary>
[Authorize]
internal sealed class DeleteAccountModel(IUsers users) : PageModel
{
    [BindProperty] public string? Password { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var network = ClientNetwork.Of(HttpContext.Connection.RemoteIpAddress);
        var result = await users.DeleteAsync(new(User.Username(), Password ?? "", network), cancellationToken);
        if (result.Position is { } position)
        {
            SessionCookie.Clear(HttpContext);
            return Redirect($"/account/deleted/?at={position}");
        }
        return result.Outcome switch
        {
            DeleteUserOutcome.TooManyAttempts => this.Later(StatusCodes.Status429TooManyRequests, result.RetryAfter!.Value,
                $"There were too many wrong passwords. Try again in {PageAnswers.InWords(result.RetryAfter.Value)}."),
            DeleteUserOutcome.Busy => this.Busy(result.RetryAfter!.Value),
            _ => this.Again(new Dictionary<string, string[]> { [nameof(Password)] = ["The password is wrong."] }),
        };
    }
}
