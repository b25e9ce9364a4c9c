using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Security;

namespace MyThoughts.Thoughts.Pages;

/// <summary>The thoughts that mention whoever is logged in, their own among them.</summary>
[Authorize]
internal sealed class MentionsModel(ThoughtCards cards) : PageModel
{
    public ThoughtsPage Thoughts { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long? before, long? after, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid) return BadRequest();
        Thoughts = await cards.PageAsync(
            new(Mentioning: User.Username(), Written: WrittenPosition.TextOf(Request)), "/mentions/", new(before, after), cancellationToken);
        return Page();
    }
}
