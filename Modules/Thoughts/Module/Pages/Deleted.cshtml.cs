using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Pages;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts.Pages;

/// <summary>Tells when a deletion is done everywhere.</summary>
internal sealed class DeletedModel(IThoughts thoughts) : PageModel
{
    public Deletion Deletion { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? at, CancellationToken cancellationToken)
    {
        if (!FeedCursor.TryParse(at, out var position)) return NotFound();
        Deletion = new(await thoughts.WaitUntilPassedAsync(position, Deletion.PageWait, cancellationToken), $"/thoughts/deleted/?at={position}");
        return Page();
    }
}
