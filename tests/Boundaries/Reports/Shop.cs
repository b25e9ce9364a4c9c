using MyThoughts.BoundaryCheck;
using MyThoughts.BoundaryCheck.Baseline;
using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.History;
using MyThoughts.BoundaryCheck.Metrics;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.Boundaries.Tests.Reports;

/// <summary>What the check might find in a shop of three modules: orders, billing that follows and calls it, and stock that looks into it.</summary>
internal static class Shop
{
    public static readonly Rule References = new("module-references", "A module that reaches into another can't leave without it.", "Call its contract, or follow its feed.");
    public static readonly Rule ForeignSchema = new("foreign-schema", "Two modules on one table share its every change.", "Ask the owner's contract.");
    public static readonly Rule Grants = new("grants", "A role that may read a neighbour's table will.", "Revoke it.");

    public static readonly string Root = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, $"shop-{Environment.ProcessId}")).FullName;

    private static readonly MapModule[] Modules =
    [
        new("orders", "orders", Routes: [new("orders", ["/orders", "/api/orders"])]),
        new("billing", "billing", DependsOn: ["orders"], Follows: ["orders"], Routes: [new("billing", ["/bills"])]),
        new("stock", "stock", DependsOn: ["billing"]),
    ];

    public static readonly Project Chassis = At("Modules/Chassis/Shop.Chassis.csproj", ProjectRole.Chassis);
    public static readonly Project OrdersContracts = At("Modules/Orders/Contracts/Shop.Orders.Contracts.csproj", ProjectRole.Contracts, Modules[0]);
    public static readonly Project Orders = At("Modules/Orders/Module/Shop.Orders.csproj", ProjectRole.Module, Modules[0]);
    public static readonly Project BillingContracts = At("Modules/Billing/Contracts/Shop.Billing.Contracts.csproj", ProjectRole.Contracts, Modules[1]);
    public static readonly Project Billing = At("Modules/Billing/Module/Shop.Billing.csproj", ProjectRole.Module, Modules[1]);
    public static readonly Project BillingService = At("Modules/Billing/Service/Shop.Billing.Service.csproj", ProjectRole.Service, Modules[1]);
    public static readonly Project Stock = At("Modules/Stock/Module/Shop.Stock.csproj", ProjectRole.Module, Modules[2]);
    public static readonly Project Web = At("Web/Shop.Web.csproj", ProjectRole.Host) with { References = [Link(Orders), Link(Billing), Link(Stock)] };
    public static readonly Project Tests = At("tests/Shop.Tests.csproj", ProjectRole.Tests);

    public static readonly Violation Peek = new(References, "Shop.Stock.Peek.Look", "Shop.Orders.Secret.Value", new("Modules/Stock/Module/Peek.cs", 3), "stock uses Secret<script>alert(1)</script> of orders") { Owner = "stock" };
    public static readonly Violation Join = new(ForeignSchema, "Shop.Billing.Report.Sql", "orders.line", new("Modules/Billing/Module/Report.cs", 9), "the SQL of billing names the schema orders") { Owner = "billing" };
    public static readonly BaselineEntry Listed = new("foreign-schema", Join.From, Join.To, "The report moves to the feed | in March", new(2026, 1, 31));
    public static readonly BaselineEntry Old = new("module-references", "Shop.Billing.Old", "Shop.Orders.Older", "It was there before us", new(2025, 12, 1));
    public static readonly NotChecked NoDatabase = new("grants and foreign keys", "no database; start one, or name it with --database", ["grants"]);

    public static readonly Facts Facts = new(
        new(Root, Path.Combine(Root, "Modules", "modules.json"), new(Modules), [Chassis, OrdersContracts, Orders, BillingContracts, Billing, BillingService, Stock, Web, Tests]),
        [
            Use(Billing, "Shop.Billing.Charge.Run", OrdersContracts, "Shop.Orders.Contracts.IOrders", ".FindAsync", "Modules/Billing/Module/Charge.cs", 10),
            Use(Billing, "Shop.Billing.Charge.Again", OrdersContracts, "Shop.Orders.Contracts.IOrders", ".FindAsync", "Modules/Billing/Module/Charge.cs", 20),
            Use(Billing, "Shop.Billing.Charge.Run", OrdersContracts, "Shop.Orders.Contracts.IOrders", ".FindAsync", "Modules/Billing/Module/Charge.cs", 0, Witness.Assembly),
            Use(Billing, "Shop.Billing.Charge.Run", OrdersContracts, "Shop.Orders.Contracts.IOrders", ".CancelAsync", "Modules/Billing/Module/Charge.cs", 12),
            Use(Billing, "Shop.Billing.Charge.Run", OrdersContracts, "Shop.Orders.Contracts.Order", "", "Modules/Billing/Module/Charge.cs", 11),
            Use(Billing, "Shop.Billing.Charge.Run", OrdersContracts, "Shop.Orders.Contracts.Order", ".Total", "Modules/Billing/Module/Charge.cs", 11),
            Use(Stock, "Shop.Stock.Peek.Look", Orders, "Shop.Orders.Secret", ".Value", "Modules/Stock/Module/Peek.cs", 3),
            Use(Orders, "Shop.Orders.Place", Chassis, "Shop.Chassis.Clock", ".Now", "Modules/Orders/Module/Place.cs", 4),
            Use(Orders, "Shop.Orders.Place", Chassis, "Shop.Chassis.Ids", ".Next", "Modules/Orders/Module/Place.cs", 5),
            Use(Billing, "Shop.Billing.Charge", Chassis, "Shop.Chassis.Clock", ".Now", "Modules/Billing/Module/Charge.cs", 5),
            Use(Web, "Program", Orders, "Shop.Orders.OrdersModule", ".Add", "Web/Program.cs", 3),
            Use(Tests, "Shop.Tests.T", OrdersContracts, "Shop.Orders.Contracts.IOrders", ".FindAsync", "tests/T.cs", 1),
        ],
        [
            new(Chassis, "Shop.Chassis.Clock", true, new("Modules/Chassis/Clock.cs", 1)), new(Chassis, "Shop.Chassis.Hidden", false, new("Modules/Chassis/Hidden.cs", 1)),
            new(Orders, "Shop.Orders.Secret", true, new("Modules/Orders/Module/Secret.cs", 1)),
        ],
        [
            new(Orders, "0001.sql", new("Modules/Orders/Module/Schema/0001.sql", 1), "-- CREATE TABLE orders.no\nCREATE TABLE IF NOT EXISTS orders.order (id int);\ncreate unlogged table \"orders\".\"line\" ();\nCREATE TABLE orders.gone ();", true),
            new(Orders, "0002.sql", new("Modules/Orders/Module/Schema/0002.sql", 1), "DROP TABLE orders.gone;\nCREATE OR REPLACE VIEW orders.open AS SELECT 1;", true),
            new(Orders, "Shop.Orders.Settings", new("Modules/Orders/Module/Settings.cs", 7), "Mail:From", false), new(Billing, "Shop.Billing.Settings", new("Modules/Billing/Module/Settings.cs", 8), "Mail:From", false),
            new(Orders, "Shop.Orders.Settings", new("Modules/Orders/Module/Settings.cs", 9), "Orders:Page", false),
        ],
        [new(Orders, "Shop.Orders.Map", "/api/orders/{id}", new("Modules/Orders/Module/Map.cs", 2))], []);

    /// <summary>Nothing wrong, everything looked at.</summary>
    public static CheckResult Clean => new(Facts with { References = [.. Facts.References.Where(use => use.From != Stock)] }, [], [], []) { Rules = [References, ForeignSchema, Grants] };

    /// <summary>Something of everything.</summary>
    public static CheckResult Broken => new(Facts with { NotChecked = [NoDatabase] }, [Peek], [(Join, Listed)], [Old])
    {
        Rules = [References, ForeignSchema, Grants],
        History = new([.. Enumerable.Range(0, 24).Select(Commit)], 1, 2, []),
        Calls = new([new("orders", "FindAsync", Convention.InProcess, 1200, 3, 0.0004, new(0.0003, false), new(0.0021, false)), new("orders", "CancelAsync", "remote", 2, 0, 4, new(2.5, false), new(10, true))], []),
    };

    static Shop()
    {
        Write("Modules/Stock/Module/Peek.cs", "namespace Shop.Stock;\n\ninternal sealed class Peek { int Look() => Secret.Value; } // <b>&\n");
        Write("Modules/Billing/Module/Report.cs", string.Concat(Enumerable.Range(1, 12).Select(line => $"// line {line}\n")));
        Write("Modules/Chassis/Clock.cs", string.Concat(Enumerable.Repeat("// clock\n", 110)));
        Write("Modules/Chassis/obj/Made.cs", "// made\n");
        Write("Web/appsettings.json", "{ /* of the host */ \"Mail\": {}, \"Drain\": 1 }");
        Write("Modules/Billing/Service/appsettings.json", "{ \"drain\": 1, \"Bills\": 2, }");
    }

    private static CountedCommit Commit(int number)
    {
        var units = new HashSet<Unit> { number % 3 == 0 ? new(UnitKind.Chassis) : new(UnitKind.Module, "stock"), new(UnitKind.Contracts, "orders") };
        return new($"{number:x40}", new(2026, 1 + number % 3), units, number % 3 == 0 ? new Lines(2, 0) : Lines.None);
    }

    private static Reference Use(Project from, string member, Project to, string type, string rest, string file, int line, Witness witness = Witness.Source) =>
        new(from, member, to, type, type + rest, new(file, line), witness);

    private static Project At(string file, ProjectRole role, MapModule? module = null) => new(Path.GetFileNameWithoutExtension(file), Path.Combine(Root, file), role, module, [], [], null);

    private static ProjectLink Link(Project project) => new(project.File, true, new("Web/Shop.Web.csproj", 1));

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Root, path))!);
        File.WriteAllText(Path.Combine(Root, path), text);
    }
}
