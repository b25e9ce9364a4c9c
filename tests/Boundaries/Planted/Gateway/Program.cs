if (args is ["openapi"])
{
    Console.WriteLine("""{ "openapi": "3.1.1", "info": { "title": "Gateway", "version": "1" }, "paths": { "/carts": { "get": { "responses": { "200": { "description": "OK" } } } } } }""");
    return;
}
var app = WebApplication.CreateBuilder(args).Build();
Console.WriteLine(new Acme.Catalog.Contracts.Product("", 1)); // planted: gateway-reference
app.Run();
