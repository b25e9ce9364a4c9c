using System.Reflection;

namespace Acme.Orders.Violations;

internal sealed class ByName
{
    private const string Space = "Acme.Catalog"; // planted: reflection-by-name

    public Type? Qualified() => Type.GetType("Acme.Catalog.Hidden, Acme.Catalog"); // planted: reflection-by-name

    public object? Created() => Activator.CreateInstance("Acme.Catalog", "Acme.Catalog.Stock+Own"); // planted: reflection-by-name

    public Assembly Loaded() => Assembly.LoadFrom("Acme.Catalog.dll"); // planted: reflection-by-name

    public Type? PutTogether() => Type.GetType("Acme.Catalog." + "Stock" + ", Acme.Catalog"); // planted: reflection-by-name

    public Type? Interpolated() => Type.GetType($"{Space}.OutOfStockException, {Space}"); // planted: reflection-by-name

    public Type? BillingsOwn() => Type.GetType("Acme.Billing.BillingModule, Acme.Billing"); // planted: reflection-by-name cycle

    // The name is put together while it runs.
    public Type? Unknown(string type) => Type.GetType("Acme." + type); // missed: reflection-by-name
}
