using Acme.Catalog;

namespace Acme.Orders.Violations;

internal sealed class Bodies
{
    public Func<object, bool> Lambda { get; } = candidate => candidate is Stock; // planted: module-reference

    public void Catch() { try { Lambda(""); } catch (OutOfStockException) { } } // planted: module-reference

    public bool Pattern(object any) => any is Stock { Count: > 3 }; // planted: module-reference

    public int Switch(object any) => any switch { Stock found => 1, _ => 0 }; // planted: module-reference

    public bool Extension() => 3.InStock(); // planted: module-reference

    public Func<int> MethodGroup() => Stock.Free; // planted: module-reference

    public int Query() => (from stock in System.Array.Empty<Stock>() select 1).Count(); // planted: module-reference

    public int LocalFunction() { return Inner(null); int Inner(Stock? stock) => 1; } // planted: module-reference

    public void Dynamic() { dynamic made = new Stock(); made.Reserve(); } // planted: module-reference

    public void Throw() => throw new OutOfStockException(); // planted: module-reference

    public object Inferred() { var made = Sources.Make(); return made; } // planted: module-reference

    public void InferredParameter() => Sources.Each(item => { }); // planted: module-reference

    // Nothing here names it: the compiler chose the extension method Add for the initializer.
    public Bag Initializer() => new() { 1 }; // planted: module-reference

    // What is called on a dynamic value is decided while it runs.
    public void Unknown(dynamic given) => given.Reserve(); // missed: module-reference
}

internal sealed class Bag : System.Collections.IEnumerable
{
    public System.Collections.IEnumerator GetEnumerator() => System.Array.Empty<int>().GetEnumerator();
}

internal static class Sources
{
    public static Stock Make() => null!; // planted: module-reference

    public static void Each(Action<Stock> action) { } // planted: module-reference
}
