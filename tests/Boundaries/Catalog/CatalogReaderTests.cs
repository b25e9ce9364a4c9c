using System.Net;
using System.Net.Sockets;
using MyThoughts.Boundaries.Tests.Sql;
using MyThoughts.BoundaryCheck.Catalog;
using MyThoughts.BoundaryCheck.Rules;
using Npgsql;

namespace MyThoughts.Boundaries.Tests.Catalog;

/// <summary>A catalog that could not be read is said to be so, and never passes for one without violations.</summary>
public sealed class CatalogReaderTests
{
    private ShopDatabase shop = null!;

    [OneTimeSetUp]
    public async Task Create()
    {
        shop = await ShopDatabase.CreateAsync();
        await shop.ResetAsync();
    }

    [OneTimeTearDown]
    public async Task Drop() => await shop.DisposeAsync();

    [TestCase(null), TestCase(""), TestCase(" ")]
    public async Task Without_a_connection_string_nothing_is_checked(string? connectionString) =>
        (await NotReadAsync(connectionString)).ToString().Should()
            .Be("not checked: foreign keys, views, triggers, functions, search paths and rights in the database: no connection string was given");

    [TestCase("no such thing"), TestCase("Host=x;Port=many"), TestCase("Sauce=x"), TestCase("Database=x")]
    public async Task What_is_no_connection_string_is_said_without_repeating_it(string connectionString) =>
        (await NotReadAsync(connectionString)).Why.Should().StartWith("what was given is no connection string").And.NotContain(connectionString);

    [Test]
    public async Task A_server_that_is_away_is_named_without_its_password()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        (await NotReadAsync($"Host=127.0.0.1;Port={port};Database=shop;Username=me;Password=hush")).Why.Should()
            .Be($"127.0.0.1:{port}/shop can't be reached: start it, or name another database");
    }

    [Test]
    public async Task A_wrong_password_and_a_missing_database_are_said_with_their_state()
    {
        var wrong = new NpgsqlConnectionStringBuilder(shop.Login("stock")) { Password = "hush" };
        (await NotReadAsync(wrong.ConnectionString)).Why.Should().Contain("28P01").And.NotContain("hush").And.NotContain(shop.Role("stock"));
        var missing = new NpgsqlConnectionStringBuilder(shop.ConnectionString) { Database = "no_such_database" };
        (await NotReadAsync(missing.ConnectionString)).Why.Should().Contain("/no_such_database").And.Contain("3D000");
    }

    [Test]
    public async Task A_role_that_may_not_read_the_catalog_is_told_so()
    {
        await shop.RunAsync("REVOKE SELECT ON pg_catalog.pg_depend FROM PUBLIC");
        var notChecked = await NotReadAsync(shop.Login("stock"));
        await shop.RunAsync("GRANT SELECT ON pg_catalog.pg_depend TO PUBLIC");
        notChecked.Why.Should().StartWith("the role may not read the catalog of 127.0.0.1:").And.Contain("(42501)");
    }

    [Test]
    public async Task A_schema_and_a_role_that_are_not_there_are_not_checked_and_the_others_are()
    {
        var map = shop.Solution.Map with { Modules = [.. shop.Solution.Map.Modules, new("prices", "prices", "test_no_such_role")] };
        await shop.RunAsync("CREATE VIEW stock.sold AS SELECT id FROM sales.orders");
        var reading = await CatalogReader.ReadAsync(shop.ConnectionString, map, CancellationToken.None);
        await shop.RunAsync("DROP VIEW stock.sold");

        reading.NotChecked.Select(each => each.What).Should().Equal("the schema prices in the database", "the rights of the role test_no_such_role in the database");
        reading.NotChecked[0].Rules.Should().Equal(CatalogRules.Ids);
        reading.NotChecked[1].Rules.Should().Equal("catalog-search-path", "catalog-grant");
        CatalogRules.Find(Shop.Facts(shop.Solution) with { Catalog = reading.Catalog }).Should().ContainSingle().Which.Rule.Should().Be(CatalogRules.View);
    }

    [Test]
    public async Task Reading_writes_nothing_and_waits_for_nobody_long()
    {
        await using var connection = new NpgsqlConnection(shop.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("LOCK TABLE pg_catalog.pg_depend IN ACCESS EXCLUSIVE MODE", connection, transaction);
        await command.ExecuteNonQueryAsync();
        (await NotReadAsync(shop.ConnectionString)).Why.Should().Contain("57014", "the statement's time is limited");
    }

    private async Task<NotChecked> NotReadAsync(string? connectionString)
    {
        var reading = await CatalogReader.ReadAsync(connectionString, shop.Solution.Map, CancellationToken.None);
        reading.Catalog.Should().BeNull();
        var notChecked = reading.NotChecked.Should().ContainSingle().Subject;
        notChecked.Rules.Should().Equal("catalog-foreign-key", "catalog-view", "catalog-trigger", "catalog-dependency", "catalog-search-path", "catalog-grant");
        return notChecked;
    }
}
