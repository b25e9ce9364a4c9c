using System.Reflection;
using Dapper;
using MyThoughts.Boundaries.Tests.Sql;
using MyThoughts.BoundaryCheck.Catalog;
using MyThoughts.BoundaryCheck.CommandLine;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;
using MyThoughts.BoundaryCheck.Sql;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;
using Npgsql;
using Module = MyThoughts.Chassis.Hosting.Module;

namespace MyThoughts.Boundaries.Tests.Catalog;

/// <summary>The database that this repository's migrations make keeps to the map.</summary>
public sealed class OwnDatabaseTests
{
    private static readonly SolutionUnderCheck Solution = SolutionReader.Read(Repository.Root, Path.Combine(Repository.Root, "Modules", "modules.json"));

    private TestDatabase database = null!;

    [OneTimeSetUp]
    public async Task MigrateEverything() => database = await TestDatabase.CreateAsync([.. SystemUnderTest.Map.Modules.Select(module => HoldsSchema(module.Name, $"MyThoughts.{module.Folder}")), Gateway()]);

    [OneTimeTearDown]
    public async Task Drop() => await database.DisposeAsync();

    [Test]
    public async Task The_whole_check_reads_it_when_it_is_told_where_it_is()
    {
        var (exitCode, said) = await CheckAsync();
        exitCode.Should().Be(0, said);
        said.Should().NotContain("not checked");

        await using var administrator = new NpgsqlConnection(database.Administrator + ";Pooling=false");
        await administrator.ExecuteAsync("CREATE VIEW search.everybody AS SELECT id FROM users.account; GRANT SELECT ON users.account TO search");
        (exitCode, said) = await CheckAsync();
        await administrator.ExecuteAsync("DROP VIEW search.everybody; REVOKE SELECT ON users.account FROM search");
        exitCode.Should().Be(1, said);
        said.Should().Contain("[catalog-view]").And.Contain("[catalog-grant]");
    }

    [Test]
    public async Task Nothing_in_it_crosses_from_one_schema_to_another()
    {
        var reading = await CatalogReader.ReadAsync(database.Administrator, Solution.Map, CancellationToken.None);
        reading.NotChecked.Should().BeEmpty();
        reading.Catalog!.Rights.Select(right => right.Schema).Should().Contain(Solution.Map.Schemas.Select(schema => schema.Schema), "each role has rights on its own schema");
        CatalogRules.Find(Shop.Facts(Solution, [.. SqlFiles.Read(Solution)]) with { Catalog = reading.Catalog }).Should().BeEmpty();
    }

    [Test]
    public async Task A_module_sees_enough_of_the_catalog_to_check_it()
    {
        var reading = await CatalogReader.ReadAsync(database.ConnectionString("search"), Solution.Map, CancellationToken.None);
        reading.Catalog.Should().BeEquivalentTo((await CatalogReader.ReadAsync(database.Administrator, Solution.Map, CancellationToken.None)).Catalog);
    }

    [Test]
    public async Task A_view_over_a_neighbour_is_found_in_it()
    {
        await using var connection = new NpgsqlConnection(database.Administrator);
        await connection.ExecuteAsync("CREATE VIEW search.author AS SELECT id, username FROM users.account");
        var reading = await CatalogReader.ReadAsync(database.Administrator, Solution.Map, CancellationToken.None);
        await connection.ExecuteAsync("DROP VIEW search.author");
        CatalogRules.Find(Shop.Facts(Solution) with { Catalog = reading.Catalog }).Should().ContainSingle().Which.What.Should()
            .Be("the view search.author of search reads the table users.account, which belongs to users");
    }

    private static Module Gateway()
    {
        var configuration = Directory.GetParent(AppContext.BaseDirectory.TrimEnd('/', '\\'))!.Name;
        return HoldsSchema("gateway", Assembly.LoadFrom(HostProject.Gateway(SystemUnderTest.Map).BuiltAssembly(Repository.Root, configuration)));
    }

    private static Module HoldsSchema(string name, string assembly) => HoldsSchema(name, Assembly.Load(assembly));

    private static Module HoldsSchema(string name, Assembly assembly) => new(name, assembly) { MapEndpoints = _ => { }, MapContract = _ => { } };

    private async Task<(int ExitCode, string Said)> CheckAsync()
    {
        using var said = new StringWriter();
        var exitCode = await new CheckRun(said, said, isCi: true).RunAsync(["--root", Repository.Root, "--database", database.Administrator], CancellationToken.None);
        return (exitCode, said.ToString());
    }
}
