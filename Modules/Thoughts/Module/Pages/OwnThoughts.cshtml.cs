using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Chassis.Security;

namespace MyThoughts.Thoughts.Pages;

/// <summary>The front page: <c>/</c>, and <c>/thoughts/</c> by a second route.</summary>
[Authorize]
internal sealed class OwnThoughtsModel(ThoughtCards cards) : PageModel
{
    public ThoughtsPage Thoughts { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long? before, long? after, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid) return BadRequest();
        Thoughts = await cards.PageAsync(new(User.Username()), "/thoughts/", new(before, after), cancellationToken);
        return Page();
    }
}
