using Acme.Catalog.Contracts;
using Acme.Chassis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Acme.Orders.Lawful;

/// <summary>What looks like a violation and is none: not even Acme.Catalog.Stock in a comment.</summary>
internal sealed class LookAlikes(ICatalog catalog) : IOwned
{
    // 1-4: the contract and the chassis are there to be used; a type of our own may be called as a neighbour's is.
    private readonly List<Product> products = [];
    private readonly Stock stock = new();

    [Own(typeof(Stock))]
    public async Task<string?> FindAsync(string name, CancellationToken cancellationToken) => (await catalog.FindAsync(name, cancellationToken))?.Name;

    // 5-10: texts that are no SQL, though they have a schema's name and a dot in them.
    public string Address => "https://catalog.stock.example/orders";

    public string File => "catalog.pdf";

    public string Prose => "Choose one from catalog.html, or ask. The catalog.stock page lists them.";

    public string Log => "catalog.Stock() was called";

    public string Css => ".catalog.stock { color: red }";

    public string Name => "Acme.Catalogue";

    // 11-15: SQL that speaks of nobody else's schema.
    public string Alias => "SELECT catalog.id FROM orders.item AS catalog";

    public string Cte => "WITH billing AS (SELECT id FROM orders.item) SELECT billing.id FROM billing";

    public string Comment => "SELECT id FROM orders.item -- not catalog.stock";

    public string Literal => "SELECT 'catalog.stock' FROM orders.item";

    public string Longer => "SELECT id FROM catalog_archive.stock";

    // 16-19: our own names.
    public Type? Own => Type.GetType("Acme.Orders.Lawful.Stock, Acme.Orders");

    public string? Neighbour(IConfiguration configuration) => configuration["Modules:catalog:Url"];

    public string? Connection(IConfiguration configuration) => configuration.GetConnectionString("orders");

    public void Keyed([FromKeyedServices("orders")] object database) { }

    // 20-22: paths below our own, and one whose group is not ours to know.
    public void Map(IEndpointRouteBuilder routes, RouteGroupBuilder group)
    {
        routes.MapGet("/orders/catalog/{id}", () => "");
        routes.MapGet("/API/Orders/billing", () => "");
        group.MapGet("/anything", () => "");
    }
}

internal sealed class Stock
{
    public int Count => 1;
}
