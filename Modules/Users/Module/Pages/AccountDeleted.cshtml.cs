using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Pages;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Users.Pages;

/// <summary>Tells when an account is gone everywhere. Nobody is logged in here: whose account it was, it does not know.</summary>
internal sealed class AccountDeletedModel(IUsers users) : PageModel
{
    public Deletion Deletion { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? at, CancellationToken cancellationToken)
    {
        if (!FeedCursor.TryParse(at, out var position)) return NotFound();
        Deletion = new(await users.WaitUntilPassedAsync(position, Deletion.PageWait, cancellationToken), $"/account/deleted/?at={position}");
        return Page();
    }
}
