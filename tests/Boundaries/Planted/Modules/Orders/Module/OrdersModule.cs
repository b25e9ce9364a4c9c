using Acme.Orders.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Acme.Orders;

public static class OrdersModule
{
    internal static Order Demo => new(1, "Demo");

    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/orders", () => "");
        routes.MapGet("/catalog/cheap", () => ""); // planted: path-owner
        routes.MapPost("/offers", () => ""); // planted: path-owner
        routes.MapGet("/orders/bills/{id}", () => ""); // planted: path-owner
        var group = routes.MapGroup("/billing");
        group.MapGet("/open", () => ""); // planted: path-owner
        routes.MapGroup("/api").MapGroup("/orders").MapGet("{id:long}", (long id) => "");
        routes.MapGet("/admin/orders/{id}", () => "");
    }
}
