using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Chassis.Pages;

namespace MyThoughts.Thoughts.Pages;

internal sealed class PermalinkModel(ThoughtCards cards) : PageModel
{
    public ThoughtCard Card { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (await cards.FindAsync(id, cancellationToken) is not { } card) return NotFound();
        Card = card;
        return Page();
    }
}
