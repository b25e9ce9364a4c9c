using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Acme.Orders.Violations;

[Route("billing")]
internal sealed class BillsController : ControllerBase
{
    [HttpGet] // planted: path-owner
    public string All() => "";

    [HttpPost("{id}")] // planted: path-owner
    public string One(int id) => "";

    // Lawful: what begins with a slash does not stand below the route of the class.
    [HttpGet("/orders/late")]
    public string Late() => "";

    [HttpPut, Route("~/orders/paid")]
    public string Paid() => "";
}

[Route("api/[controller]")]
internal sealed class OrdersController : ControllerBase
{
    // Lawful: the name of an endpoint is no path.
    [HttpGet(Name = "billing")]
    public string Named() => "";
}

internal static class Groups
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/billing/paid", ["PUT"], () => ""); // planted: path-owner
        routes.MapGroup("/billing").WithTags("bills").MapGet("/tagged", () => ""); // planted: path-owner

        // Lawful: groups whose prefix is not known where they are used.
        routes.Own().MapGet("/recent", () => "");
        IEndpointRouteBuilder later;
        later = routes.MapGroup("/orders");
        later.MapGet("/later", () => "");
    }

    private static RouteGroupBuilder Own(this IEndpointRouteBuilder routes) => routes.MapGroup("/orders");
}
