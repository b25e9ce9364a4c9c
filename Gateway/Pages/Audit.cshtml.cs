using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Chassis.Pages;
using MyThoughts.Gateway.Store;

namespace MyThoughts.Gateway.Pages;

/// <summary>What happened besides changes of traffic: logins, refusals, keys.</summary>
internal sealed class AuditModel(AuditLog audit) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)] public long Before { get; set; } = long.MaxValue;

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];
    public Pager Pager { get; private set; } = new(null, null);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await audit.BeforeAsync(Before, PageSize + 1, cancellationToken);
        Entries = [.. found.Take(PageSize)];
        Pager = new(Before == long.MaxValue ? null : "/admin/audit", found.Count > PageSize ? $"/admin/audit?before={Entries[^1].Id}" : null);
    }
}
