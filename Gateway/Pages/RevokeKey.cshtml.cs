using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Gateway.Admin;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.Pages.Parts;
using MyThoughts.Gateway.Store;

namespace MyThoughts.Gateway.Pages;

/// <summary>Asks before a key is revoked, and says what ends with it.</summary>
[OperatorsOnly]
internal sealed class RevokeKeyModel(KeyStore store, StateFollower follower) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Id { get; set; } = "";

    public ListedKey Key { get; private set; } = null!;

    public bool IsOwn => User.FindFirstValue(ClaimTypes.NameIdentifier) == Id;

    public bool IsLastOperator { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var inForce = (await store.ListAsync(cancellationToken)).Where(key => key.RevokedAt is null).ToList();
        if (inForce.FirstOrDefault(key => key.Id == Id) is not { } found) return NotFound();
        Key = found;
        IsLastOperator = found.Role == "operator" && inForce.Count(key => key.Role == "operator") == 1;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await store.RevokeAsync(Id, User.KeyName(), cancellationToken)) return NotFound();
        await follower.RefreshAsync(cancellationToken);
        return Redirect("/admin/keys");
    }
}
