using MyThoughts.Boundaries.Tests.Sql;

namespace MyThoughts.Boundaries.Tests.Catalog;

/// <summary>What a database holds keeps to the schemas, and each way across is found.</summary>
[NonParallelizable]
public sealed class CatalogRuleTests
{
    private ShopDatabase shop = null!;

    [OneTimeSetUp]
    public async Task Create() => shop = await ShopDatabase.CreateAsync();

    [SetUp]
    public Task Reset() => shop.ResetAsync();

    [OneTimeTearDown]
    public async Task Drop() => await shop.DisposeAsync();

    [Test]
    public async Task A_database_in_which_everybody_keeps_to_their_own_has_no_violation() => (await shop.CheckAsync()).Should().BeEmpty();

    [TestCase("ALTER TABLE stock.lines ADD CONSTRAINT sold FOREIGN KEY (order_id) REFERENCES sales.orders (id)", "stock.lines constraint sold")]
    [TestCase("CREATE TABLE stock.more (id bigint REFERENCES sales.orders (id))", "stock.more constraint more_id_fkey")]
    public Task A_foreign_key_to_a_neighbour_is_found(string sql, string from) => FoundAsync(sql, "catalog-foreign-key", from, "sales.orders");

    [TestCase("CREATE VIEW stock.sold AS SELECT id FROM sales.orders", "sales.orders")]
    [TestCase("CREATE VIEW stock.sold AS SELECT id FROM stock.orders WHERE id IN (SELECT id FROM sales.named)", "sales.named")]
    [TestCase("CREATE MATERIALIZED VIEW stock.sold AS SELECT o.id FROM sales.orders o JOIN stock.orders USING (id)", "sales.orders")]
    [TestCase("CREATE VIEW stock.sold AS SELECT sales.next() AS id", "sales.next")]
    [TestCase("CREATE VIEW stock.sold AS SELECT 'good'::sales.mood AS feel", "sales.mood")]
    public Task A_view_over_a_neighbour_is_found(string sql, string target) => FoundAsync(sql, "catalog-view", "stock.sold", target);

    [TestCase("CREATE TRIGGER t AFTER INSERT ON stock.orders FOR EACH ROW EXECUTE FUNCTION sales.note()", "stock.orders trigger t", "sales.note")]
    [TestCase("CREATE RULE r AS ON INSERT TO stock.orders DO ALSO INSERT INTO sales.orders (id) VALUES (new.id)", "stock.orders rule r", "sales.orders")]
    [TestCase("CREATE FUNCTION stock.f() RETURNS bigint LANGUAGE sql RETURN (SELECT max(id) FROM sales.orders)", "stock.f()", "sales.orders")]
    [TestCase("CREATE FUNCTION stock.f(a int) RETURNS bigint LANGUAGE sql AS 'SELECT max(id) FROM sales.orders'", "stock.f(a integer)", "sales.orders")]
    [TestCase("CREATE PROCEDURE stock.p() LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'DELETE FROM ' || 'sales.orders'; END $$", "stock.p()", "sales.orders")]
    [TestCase("CREATE FUNCTION stock.f() RETURNS sales.mood LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$", "stock.f()", "sales.mood")]
    [TestCase("CREATE FUNCTION stock.f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN GRANT USAGE ON SCHEMA sales TO PUBLIC; RETURN 1; END $$", "stock.f()", "schema sales")]
    public Task Code_in_the_database_that_reaches_a_neighbour_is_found(string sql, string from, string target) => FoundAsync(sql, "catalog-trigger", from, target);

    [TestCase("CREATE TABLE sales.base (id int); CREATE TABLE stock.more () INHERITS (sales.base)", "stock.more", "sales.base")]
    [TestCase("CREATE TABLE sales.parts (id int) PARTITION BY LIST (id); CREATE TABLE stock.part PARTITION OF sales.parts FOR VALUES IN (1)", "stock.part", "sales.parts")]
    [TestCase("ALTER TABLE stock.orders ADD n bigint DEFAULT nextval('sales.number')", "stock.orders column n", "sales.number")]
    [TestCase("ALTER TABLE stock.orders ADD n sales.mood", "stock.orders column n", "sales.mood")]
    [TestCase("ALTER TABLE stock.orders ADD n sales.mood[]", "stock.orders column n", "sales.mood")]
    [TestCase("ALTER TABLE stock.orders ADD CONSTRAINT c CHECK (id < sales.next())", "stock.orders constraint c", "sales.next")]
    [TestCase("CREATE POLICY p ON stock.orders USING (id IN (SELECT id FROM sales.orders))", "stock.orders policy p", "sales.orders")]
    [TestCase("CREATE SEQUENCE stock.s; ALTER TABLE sales.orders ALTER id SET DEFAULT nextval('stock.s')", "sales.orders column id", "stock.s")]
    [TestCase("CREATE DOMAIN stock.d AS sales.mood", "stock.d", "sales.mood")]
    public Task A_table_that_is_built_with_a_neighbours_objects_is_found(string sql, string from, string target) => FoundAsync(sql, "catalog-dependency", from, target);

    [TestCase("ALTER FUNCTION stock.next() SET search_path = stock, sales", "stock.next() search_path")]
    [TestCase("ALTER ROLE {STOCK} SET search_path = sales", "role {STOCK} search_path")]
    public Task A_search_path_to_a_neighbour_is_found(string sql, string from) => FoundAsync(sql, "catalog-search-path", from, "schema sales");

    [Test]
    public async Task A_search_path_of_the_whole_database_is_found()
    {
        await shop.RunAsync("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = sales', current_database()); END $$");
        (await shop.CheckAsync()).Should().ContainSingle().Which.Should().BeEquivalentTo(new { From = "every role search_path", To = "schema sales" });
        await shop.RunAsync("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I RESET search_path', current_database()); END $$");
    }

    [TestCase("GRANT USAGE ON SCHEMA sales TO {STOCK}", "schema sales")]
    [TestCase("GRANT SELECT ON sales.orders TO {STOCK}", "sales.orders")]
    [TestCase("GRANT SELECT (name) ON sales.orders TO {STOCK}", "sales.orders.name")]
    [TestCase("GRANT USAGE ON SEQUENCE sales.number TO {STOCK}", "sales.number")]
    [TestCase("GRANT SELECT ON sales.named TO {STOCK}", "sales.named")]
    [TestCase("GRANT EXECUTE ON FUNCTION sales.next() TO {STOCK}", "sales.next")]
    [TestCase("GRANT USAGE ON TYPE sales.mood TO {STOCK}", "sales.mood")]
    [TestCase("ALTER DEFAULT PRIVILEGES IN SCHEMA sales GRANT SELECT ON TABLES TO {STOCK}", "future tables in sales")]
    [TestCase("ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO {STOCK}", "future tables of any schema")]
    [TestCase("ALTER TABLE sales.lines OWNER TO {STOCK}", "sales.lines")]
    [TestCase("ALTER SCHEMA sales OWNER TO {STOCK}", "schema sales")]
    [TestCase("ALTER FUNCTION sales.next() OWNER TO {STOCK}", "sales.next")]
    [TestCase("GRANT {SALES} TO {STOCK}", "role {SALES}")]
    [TestCase("GRANT pg_read_all_data TO {STOCK}", "role pg_read_all_data")]
    [TestCase("ALTER ROLE {STOCK} SUPERUSER", "SUPERUSER")]
    [TestCase("ALTER ROLE {STOCK} BYPASSRLS", "BYPASSRLS")]
    [TestCase("ALTER ROLE {STOCK} CREATEROLE", "CREATEROLE")]
    [TestCase("ALTER ROLE {STOCK} REPLICATION", "REPLICATION")]
    public Task A_right_on_what_is_a_neighbours_is_found(string sql, string target) => FoundAsync(sql, "catalog-grant", "role {STOCK}", target);

    [TestCase("GRANT USAGE ON SCHEMA sales TO PUBLIC", "schema sales")]
    [TestCase("GRANT SELECT, DELETE ON sales.orders TO PUBLIC", "sales.orders")]
    public Task A_right_of_everybody_is_found(string sql, string target) => FoundAsync(sql, "catalog-grant", "role PUBLIC", target);

    [Test]
    public async Task A_right_through_a_role_in_between_is_found()
    {
        var between = $"test_between_{Guid.NewGuid():N}"[..30];
        await shop.RunAsync($"CREATE ROLE {between}; GRANT SELECT ON edge.orders TO {between}; GRANT {between} TO {{STOCK}}");
        var found = (await shop.CheckAsync()).Should().ContainSingle().Subject;
        await shop.RunAsync($"DROP OWNED BY {between}; DROP ROLE {between}");
        found.What.Should().Be(shop.WithRoles($"the role {{STOCK}} of stock has SELECT on the table edge.orders, as a member of {between}, which belongs to gateway"));
    }

    [TestCase("COMMENT ON TABLE stock.orders IS 'as sales.orders'")]
    [TestCase("CREATE SCHEMA extensions_of_test; CREATE TABLE extensions_of_test.t (id int); CREATE VIEW stock.v AS SELECT id FROM extensions_of_test.t; DROP SCHEMA extensions_of_test CASCADE")]
    [TestCase("CREATE VIEW stock.sales AS SELECT orders.id FROM stock.orders; CREATE VIEW stock.v AS SELECT sales.id FROM stock.sales")]
    [TestCase("CREATE FUNCTION stock.f() RETURNS bigint LANGUAGE sql AS 'SELECT sales.id FROM stock.orders AS sales -- sales.orders'")]
    [TestCase("GRANT SELECT ON stock.orders TO {STOCK}; GRANT ALL ON SCHEMA stock TO {STOCK}")]
    [TestCase("REVOKE EXECUTE ON FUNCTION sales.next() FROM {STOCK}")]
    [TestCase("ALTER TABLE stock.lines OWNER TO {STOCK}")]
    [TestCase("ALTER ROLE {STOCK} SET work_mem = '8MB'")]
    [TestCase("GRANT pg_monitor TO {EDGE}; REVOKE pg_monitor FROM {EDGE}")]
    public async Task What_only_looks_like_a_way_across_is_left_alone(string sql)
    {
        await shop.RunAsync(sql);
        (await shop.CheckAsync()).Should().BeEmpty();
    }

    [TestCase("ALTER TABLE stock.lines\n    ADD CONSTRAINT sold FOREIGN KEY (order_id) REFERENCES sales.orders (id)", 4)]
    [TestCase("CREATE TABLE stock.more (\n    id bigint REFERENCES\n    sales.orders (id)\n)", 5)]
    [TestCase("CREATE VIEW stock.sold AS\nSELECT id FROM sales.orders", 3)]
    [TestCase("CREATE TRIGGER t AFTER INSERT\nON stock.orders FOR EACH ROW EXECUTE FUNCTION sales.note()", 3)]
    [TestCase("ALTER TABLE stock.orders\n    ADD m int,\n    ADD n sales.mood", 5)]
    [TestCase("CREATE FUNCTION stock.f() RETURNS bigint LANGUAGE sql AS $$\nSELECT max(id) FROM sales.orders $$", 3)]
    [TestCase("GRANT SELECT\n    ON sales.orders TO {STOCK}", 4)]
    [TestCase("ALTER ROLE {STOCK}\n    SET search_path = sales", 4)]
    public async Task The_line_that_made_it_is_named(string sql, int line)
    {
        await shop.RunAsync(sql);
        var file = Shop.File(shop.Solution, "Shop.Stock", "0002.sql", shop.WithRoles($"SELECT id FROM stock.lines;\n-- next\n{sql};\nSELECT id FROM stock.orders;"));
        (await shop.CheckAsync(file)).Should().ContainSingle().Which.Place.Should().Be(new BoundaryCheck.Place("src/Shop.Stock/0002.sql", line));
    }

    private async Task FoundAsync(string sql, string rule, string from, string target)
    {
        await shop.RunAsync(sql);
        var found = (await shop.CheckAsync()).Should().ContainSingle().Subject;
        found.Should().BeEquivalentTo(new { Rule = new { Id = rule }, From = shop.WithRoles(from), To = shop.WithRoles(target), Place = new { File = "database", Line = 0 } });
        TestContext.Out.WriteLine(found);
    }
}
