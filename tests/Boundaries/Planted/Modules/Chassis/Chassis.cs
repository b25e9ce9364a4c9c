using Acme.Catalog.Contracts;
using Microsoft.Extensions.Configuration;

namespace Acme.Chassis;

public interface IOwned;

public sealed class OwnAttribute(Type type) : Attribute
{
    public Type Type => type;
}

public static class Startup
{
    public static void Warm(ICatalog catalog) { } // planted: chassis-reference

    public static string? Address(IConfiguration configuration) => configuration["Modules:billing:Url"]; // planted: foreign-configuration

    public static Type? Registration() => Type.GetType("Acme.Orders.OrdersModule, Acme.Orders"); // planted: reflection-by-name

    public const string Warmup = "SELECT count(*) FROM catalog.stock"; // planted: sql-schema
}
