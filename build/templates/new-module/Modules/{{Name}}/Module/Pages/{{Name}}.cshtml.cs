using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MyThoughts.Chassis.Http;
using MyThoughts.{{Name}}.Contracts;

namespace MyThoughts.{{Name}}.Pages;

internal sealed class {{Name}}Model(I{{Name}} module) : PageModel
{
    public IReadOnlyList<{{Name}}Item> Items { get; private set; } = [];

    /// <summary>The module runs in another process and does not answer.</summary>
    public bool IsAway { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        try
        {
            var result = await module.ListAsync(new(Request.Query["limit"]), cancellationToken);
            Items = result.Items;
            foreach (var message in result.Errors.Values.SelectMany(messages => messages)) ModelState.AddModelError("", message);
            if (!ModelState.IsValid) Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (NeighbourUnavailableException)
        {
            IsAway = true;
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.SetRetryAfter(RetryAfter.Moment);
        }
    }
}
