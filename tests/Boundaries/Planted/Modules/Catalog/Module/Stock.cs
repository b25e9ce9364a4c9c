using Acme.Catalog.Contracts;

namespace Acme.Catalog;

public static class CatalogModule
{
    public static Product Demo => new("Demo", 1);
}

public class Stock // planted: public-type
{
    public const int Limit = 100;

    public int Count { get; set; }

    public int this[int shelf] => shelf;

    public event EventHandler? Emptied;

    public static Stock operator +(Stock left, Stock right) => left;

    public static int Free() => 1;

    public class Shelf; // planted: public-type

    internal sealed class Own;
}

public interface IRestock // planted: public-type
{
    int Ordered => 0;
}

public enum Season { Spring, Autumn } // planted: public-type

public sealed class AuditedAttribute : Attribute; // planted: public-type

public sealed class OutOfStockException : Exception; // planted: public-type

public static class StockExtensions // planted: public-type
{
    public static bool InStock(this int count) => count > 0;

    public static void Add(this System.Collections.IEnumerable bag, int count) { }
}

internal sealed class Hidden;
