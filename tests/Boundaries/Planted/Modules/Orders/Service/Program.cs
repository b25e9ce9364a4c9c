using Acme.Orders;

var app = WebApplication.CreateBuilder(args).Build();
app.MapOrders();
Console.WriteLine(Acme.Catalog.CatalogModule.Demo is not null); // planted: service-reference undeclared-reference
app.Run();
