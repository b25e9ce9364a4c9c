using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Gateway.Admin;
using MyThoughts.Gateway.Api;
using MyThoughts.Gateway.Keys;
using MyThoughts.Gateway.Pages.Parts;
using MyThoughts.Gateway.Store;

namespace MyThoughts.Gateway.Pages;

/// <summary>Who may look and who may change. A new key is shown once, in the answer to the form that made it.</summary>
[OperatorsOnly]
internal sealed class KeysModel(KeyStore store, StateFollower follower) : PageModel
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Role { get; set; }

    public IReadOnlyList<ListedKey> Keys { get; private set; } = [];

    /// <summary>The text of the key that was just made.</summary>
    public string? Made { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Keys = await store.ListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var name = KeyEndpoints.NameOf(Name ?? "");
        if (name is null) ModelState.AddModelError(nameof(Name), KeyEndpoints.NameWanted);
        if (Role is not ("viewer" or "operator")) ModelState.AddModelError(nameof(Role), "Choose what the key may do.");
        if (name is not null && ModelState.IsValid)
        {
            var (key, text) = OperatorKey.Create(name, Role == "operator" ? Gateway.Keys.Role.Operator : Gateway.Keys.Role.Viewer);
            await store.AddAsync(key, User.KeyName(), cancellationToken);
            await follower.RefreshAsync(cancellationToken);
            Made = text;
        }
        Keys = await store.ListAsync(cancellationToken);
        return Made is null ? this.Page(StatusCodes.Status422UnprocessableEntity) : Page();
    }
}
