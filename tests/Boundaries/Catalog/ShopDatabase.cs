using Dapper;
using MyThoughts.Boundaries.Tests.Sql;
using MyThoughts.BoundaryCheck.Catalog;
using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;
using MyThoughts.Support;
using Npgsql;

namespace MyThoughts.Boundaries.Tests.Catalog;

/// <summary>The shop's schemas and roles in a database of their own; the roles have names that no other test uses.</summary>
internal sealed class ShopDatabase : IAsyncDisposable
{
    private static readonly string[] Schemas = ["sales", "stock", "edge"];

    private readonly TestDatabase database;
    private readonly string suffix = Guid.NewGuid().ToString("N")[..12];

    private ShopDatabase(TestDatabase database)
    {
        this.database = database;
        Solution = Shop.With(new([new("sales", "sales", Role("sales")), new("stock", "stock", Role("stock"))], new("edge", Role("edge"))));
    }

    public SolutionUnderCheck Solution { get; }

    public string ConnectionString => database.Administrator;

    public static async Task<ShopDatabase> CreateAsync()
    {
        var shop = new ShopDatabase(await TestDatabase.CreateAsync());
        var server = new NpgsqlConnectionStringBuilder(shop.ConnectionString);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(shop.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.ExecuteAsync($"CREATE DATABASE \"{server.Database}\"");
        foreach (var schema in Schemas) await connection.ExecuteAsync($"CREATE ROLE {shop.Role(schema)} LOGIN PASSWORD 'secret-of-{schema}'");
        return shop;
    }

    public string Role(string schema) => $"test_{schema}_{suffix}";

    public string Login(string schema) =>
        new NpgsqlConnectionStringBuilder(ConnectionString) { Username = Role(schema), Password = $"secret-of-{schema}", Pooling = false }.ConnectionString;

    /// <summary>Lawful schemas, as a migration would make them.</summary>
    public async Task ResetAsync()
    {
        foreach (var schema in Schemas) await RunAsync($$"""
            DROP SCHEMA IF EXISTS {{schema}} CASCADE;
            DROP OWNED BY {STOCK}; DROP OWNED BY {SALES}; DROP OWNED BY {EDGE};
            CREATE SCHEMA {{schema}};
            """);
        foreach (var schema in Schemas) await RunAsync($$"""
            ALTER ROLE {{Role(schema)}} NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOREPLICATION;
            ALTER ROLE {{Role(schema)}} RESET ALL;
            REVOKE {SALES}, {EDGE}, pg_read_all_data FROM {STOCK};
            CREATE TYPE {{schema}}.mood AS ENUM ('good', 'bad');
            CREATE TABLE {{schema}}.orders (id bigint PRIMARY KEY, name text, feel {{schema}}.mood, feels {{schema}}.mood[]);
            CREATE TABLE {{schema}}.lines (id bigint GENERATED ALWAYS AS IDENTITY, order_id bigint REFERENCES {{schema}}.orders (id));
            CREATE SEQUENCE {{schema}}.number;
            CREATE VIEW {{schema}}.named AS SELECT id, name FROM {{schema}}.orders WHERE name IS NOT NULL;
            CREATE FUNCTION {{schema}}.next() RETURNS bigint LANGUAGE sql AS $$ SELECT nextval('{{schema}}.number') $$;
            CREATE FUNCTION {{schema}}.note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE 'sales.orders, stock.orders, edge.orders'; RETURN new; END $$;
            CREATE TRIGGER noting BEFORE INSERT ON {{schema}}.orders FOR EACH ROW EXECUTE FUNCTION {{schema}}.note();
            GRANT USAGE ON SCHEMA {{schema}} TO {{Role(schema)}};
            GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA {{schema}} TO {{Role(schema)}};
            GRANT EXECUTE ON FUNCTION {{schema}}.next() TO {{Role(schema)}};
            ALTER DEFAULT PRIVILEGES IN SCHEMA {{schema}} GRANT SELECT ON TABLES TO {{Role(schema)}};
            ALTER ROLE {{Role(schema)}} SET search_path = {{schema}}, public;
            ALTER FUNCTION {{schema}}.next() SET search_path = {{schema}};
            """);
    }

    public async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.ExecuteAsync(WithRoles(sql));
    }

    public async Task<IReadOnlyList<Violation>> CheckAsync(params IReadOnlyList<Text> files)
    {
        var reading = await CatalogReader.ReadAsync(ConnectionString, Solution.Map, CancellationToken.None);
        reading.NotChecked.Should().BeEmpty();
        return [.. CatalogRules.Find(Shop.Facts(Solution, files) with { Catalog = reading.Catalog })];
    }

    public string WithRoles(string sql) => sql
        .Replace("{SALES}", Role("sales"), StringComparison.Ordinal).Replace("{STOCK}", Role("stock"), StringComparison.Ordinal).Replace("{EDGE}", Role("edge"), StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await RunAsync("DROP OWNED BY {STOCK}; DROP OWNED BY {SALES}; DROP OWNED BY {EDGE}; DROP ROLE {STOCK}; DROP ROLE {SALES}; DROP ROLE {EDGE};");
        await database.DisposeAsync();
    }
}
