using Acme.Catalog;
using Acme.Catalog.Contracts;
using Acme.Orders;

if (args is ["openapi"]) return 3;
var app = WebApplication.CreateBuilder(args).Build();
app.MapOrders();
Console.WriteLine(CatalogModule.Demo is { Name: "Demo" }); // planted: undeclared-reference
app.Run();
return 0;

internal sealed class FakeCatalog : ICatalog
{
    public Task<Product?> FindAsync(string name, CancellationToken cancellationToken) => Task.FromResult<Product?>(null);
}
