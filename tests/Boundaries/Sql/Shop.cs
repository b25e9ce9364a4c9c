using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.Boundaries.Tests.Sql;

/// <summary>Another solution than ours: two modules, a chassis, a gateway and a host.</summary>
internal static class Shop
{
    public static SolutionUnderCheck Solution { get; } = With(new([new("sales", "sales", "sales_login"), new("stock", "stock", "stock_login"), new("prices")], new("edge", "edge_login")));

    public static SolutionUnderCheck With(SolutionMap map) => new("/shop", "/shop/src/map.json", map,
    [
        .. map.Modules.SelectMany(module => new[]
        {
            new Project($"Shop.{module.Folder}", $"/shop/src/{module.Folder}/Module/Shop.{module.Folder}.csproj", ProjectRole.Module, module, [], [], null),
            new Project($"Shop.{module.Folder}.Contracts", $"/shop/src/{module.Folder}/Contracts/Shop.{module.Folder}.Contracts.csproj", ProjectRole.Contracts, module, [], [], null),
        }),
        new("Shop.Base", "/shop/src/Base/Shop.Base.csproj", ProjectRole.Chassis, null, [], [], null),
        new("Shop.Gateway", "/shop/Gateway/Shop.Gateway.csproj", ProjectRole.Host, null, [], [], null),
        new("Shop.Web", "/shop/Web/Shop.Web.csproj", ProjectRole.Host, null, [], [], null),
        new("Shop.Tests", "/shop/tests/Shop.Tests.csproj", ProjectRole.Tests, null, [], [], null),
    ]);

    public static Text File(SolutionUnderCheck solution, string project, string name, string sql) =>
        new(solution.Find(project)!, name, new($"src/{project}/{name}", 1), sql, LinesMatchSource: true);

    public static Text Code(string project, string value) => new(Solution.Find(project)!, "Shop.Orders.Query", new("src/Orders.cs", 7), value, LinesMatchSource: false);

    public static Facts Facts(SolutionUnderCheck solution, params IReadOnlyList<Text> texts) => new(solution, [], [], texts, [], []);
}
