using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Chassis.Security;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Users.Pages;

[Authorize]
internal sealed class AccountModel(IUsers users) : PageModel
{
    /// <summary>Null when a trusted key signed for somebody who has no account here.</summary>
    public DateTime? Creation { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Creation = (await users.FindAsync(User.Username(), cancellationToken))?.Creation;
}
