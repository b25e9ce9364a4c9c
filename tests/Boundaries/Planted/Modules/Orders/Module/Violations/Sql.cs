namespace Acme.Orders.Violations;

internal sealed class Sql
{
    private const string Constant = "SELECT name FROM catalog.stock"; // planted: sql-schema

    private const string Raw = """
        SELECT i.id, s.name
        FROM orders.item i
        LEFT JOIN catalog.stock s ON s.id = i.stock_id -- planted: sql-schema
        """;

    private const string Summed = "INSERT INTO orders.item (id) " +
        "SELECT id FROM catalog.stock"; // planted: sql-schema

    private const string Schema = "catalog";

    private static readonly string Table = "billing.bill";

    private const string Handed = "catalog.stock"; // planted: sql-schema

    public string Interpolated(string column) => $"SELECT {column} FROM {Schema}.stock"; // planted: sql-schema

    public string Field() => $"DELETE FROM {Table}"; // planted: sql-schema

    public string MultiLine(int limit) => $"""
        SELECT id
        FROM billing.bill -- planted: sql-schema
        LIMIT {limit}
        """;

    public string Call() => "SELECT catalog.free_places()"; // planted: sql-schema

    public string Path() => "SET search_path TO catalog"; // planted: sql-schema

    public string Grant() => "GRANT SELECT ON catalog.stock TO orders"; // planted: sql-schema
}
