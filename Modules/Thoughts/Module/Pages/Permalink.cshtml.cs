using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Chassis.Pages;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts.Pages;

internal sealed class PermalinkModel(IThoughts thoughts) : PageModel
{
    public ThoughtCard Card { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (!ThoughtId.TryParse(id, out var number) || await thoughts.FindAsync(number, cancellationToken) is not { } thought) return NotFound();
        Card = new(thought.Id, thought.Username, thought.Text, thought.Timestamp) { IsAlone = true };
        return Page();
    }
}
