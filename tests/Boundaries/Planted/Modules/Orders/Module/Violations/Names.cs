using Acme.Catalog;
using Acme.Chassis;
using static Acme.Catalog.Stock; // planted: module-reference
using Goods = Acme.Catalog.Stock;

namespace Acme.Orders.Violations;

internal sealed class Names
{
    private readonly List<Stock> genericArgument = []; // planted: module-reference
    private readonly Dictionary<string, List<Stock[]>> nested = []; // planted: module-reference
    private readonly (int, Stock) tuple; // planted: module-reference
    private Stock.Shelf? nestedType; // planted: module-reference

    public Stock Property { get; set; } // planted: module-reference

    public event EventHandler<Stock>? Event; // planted: module-reference

    public Stock? Returned() => null; // planted: module-reference

    public void Parameter(Stock stock) { } // planted: module-reference

    public void Constraint<T>() where T : Stock { } // planted: module-reference

    [Audited] // planted: module-reference
    public void Attribute() { }

    [Own(typeof(Stock))] // planted: module-reference
    public void AttributeArgument() { }

    [return: Audited] // planted: module-reference
    public int AttributeOfResult() => 1;

    public void Local() { Stock? local = null; } // planted: module-reference

    public void GenericCall() => Enumerable.Empty<Stock>(); // planted: module-reference

    public string NameOf() => nameof(Stock.Count); // planted: module-reference

    public Type TypeOf() => typeof(Stock); // planted: module-reference

    public int Constant() => Stock.Limit; // planted: module-reference

    public int ConstantByStaticUsing() => Limit; // planted: module-reference

    public object Alias() => new Goods(); // planted: module-reference

    public Season Enumeration() => Season.Autumn; // planted: module-reference

    public object Array() => new Stock[3]; // planted: module-reference

    public object? Default() => default(Stock); // planted: module-reference
}

internal record Positional(Stock Stock); // planted: module-reference

internal delegate Stock Deliver(); // planted: module-reference

internal class Derived : Stock; // planted: module-reference

internal class Implemented : IRestock // planted: module-reference
{
    public int Default() => ((IRestock)this).Ordered; // planted: module-reference
}
