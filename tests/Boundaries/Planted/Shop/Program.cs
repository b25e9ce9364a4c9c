using Acme.Catalog;
using Acme.Orders;

var app = WebApplication.CreateBuilder(args).Build();
app.MapOrders();
Console.WriteLine(CatalogModule.Demo is { Name: "Demo" }); // planted: undeclared-reference
app.Run();
