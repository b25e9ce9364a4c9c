using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Acme.Orders.Pages;

internal sealed class BasketModel : PageModel
{
    public int Count => 1;
}
