using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Http;
using MyThoughts.Chassis.Pages;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Thoughts.Pages;

/// <summary>A person's thoughts. With Users out of reach it still shows them, and says what is missing.</summary>
internal sealed class ProfileModel(ThoughtCards cards, IUsers users) : PageModel
{
    public string Username { get; private set; } = "";

    /// <summary>Since when the person has an account; null when Users could not be asked.</summary>
    public DateTime? Creation { get; private set; }

    public ThoughtsPage Thoughts { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string username, long? before, long? after, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid) return BadRequest();
        Username = username;
        try
        {
            if (await users.FindAsync(username, cancellationToken) is not { } user) return NotFound();
            (Username, Creation) = (user.Username, user.Creation);
        }
        catch (Exception problem) when (problem is NeighbourUnavailableException || DatabaseUnavailable.Is(problem))
        {
            // Nothing to do: the page says so.
        }
        Thoughts = await cards.PageAsync(new(Username), PageAddress.OfProfile(Username), new(before, after), cancellationToken);
        return Page();
    }
}
