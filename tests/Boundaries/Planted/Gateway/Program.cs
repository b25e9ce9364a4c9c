var app = WebApplication.CreateBuilder(args).Build();
Console.WriteLine(new Acme.Catalog.Contracts.Product("", 1)); // planted: gateway-reference
app.Run();
