using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Chassis.Pages;
using MyThoughts.Chassis.Security;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts.Pages;

/// <summary>Asks before a thought of one's own is deleted, and deletes it.</summary>
[Authorize]
internal sealed class DeleteModel(IThoughts thoughts, ThoughtCards cards) : PageModel
{
    public ThoughtCard Card { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (await cards.FindAsync(id, cancellationToken) is not { } card) return NotFound();
        if (!card.Username.Equals(User.Username(), StringComparison.OrdinalIgnoreCase)) return StatusCode(StatusCodes.Status403Forbidden);
        Card = card;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (!ThoughtId.TryParse(id, out var number)) return NotFound();
        var result = await thoughts.DeleteAsync(new(number, User.Username()), cancellationToken);
        if (result.Outcome == DeleteThoughtOutcome.NotYours) return StatusCode(StatusCodes.Status403Forbidden);
        return result.Position is { } position ? Redirect($"/thoughts/deleted/?at={position}") : NotFound();   // a reload must ask, not delete
    }
}
