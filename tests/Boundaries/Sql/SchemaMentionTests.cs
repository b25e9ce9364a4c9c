using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Sql;

namespace MyThoughts.Boundaries.Tests.Sql;

/// <summary>SQL that names a schema is found however it is written, and what only looks so is left alone.</summary>
public sealed class SchemaMentionTests
{
    private static readonly HashSet<string> Schemas = ["sales", "stock"];

    [TestCase("SELECT a FROM sales.orders", "sales.orders")]
    [TestCase("SELECT a FROM SALES.Orders", "sales.orders")]
    [TestCase("SELECT a FROM \"sales\".\"Orders\"", "sales.Orders")]
    [TestCase("SELECT a FROM sales\n  . /* here */ orders", "sales.orders")]
    [TestCase("SELECT a FROM U&\"s\\0061les\".orders", "sales.orders")]
    [TestCase("SELECT a FROM other.b, sales.orders", "sales.orders")]
    [TestCase("SELECT a FROM shop.sales.orders", "sales.orders")]
    [TestCase("SELECT a FROM (sales.orders o CROSS JOIN b)", "sales.orders")]
    [TestCase("SELECT a FROM ONLY (sales.orders)", "sales.orders")]
    [TestCase("SELECT a FROM b LEFT JOIN LATERAL sales.lines(b.id) l ON true", "sales.lines")]
    [TestCase("SELECT (SELECT max(id) FROM sales.orders)", "sales.orders")]
    [TestCase("SELECT sales.next_number()", "sales.next_number")]
    [TestCase("SELECT a FROM b WHERE sales.is_open(b.id)", "sales.is_open")]
    [TestCase("SELECT sales.orders.id", "sales.orders")]
    [TestCase("SELECT a::sales.mood", "sales.mood")]
    [TestCase("SELECT CAST(a AS sales.mood)", "sales.mood")]
    [TestCase("SELECT a COLLATE sales.german FROM b", "sales.german")]
    [TestCase("WITH sales AS (SELECT 1) SELECT a FROM sales.orders", "sales.orders")]
    [TestCase("INSERT INTO sales.orders (id) VALUES (1)", "sales.orders")]
    [TestCase("UPDATE sales.orders SET id = 1", "sales.orders")]
    [TestCase("DELETE FROM b USING sales.orders o WHERE o.id = b.id", "sales.orders")]
    [TestCase("MERGE INTO b USING sales.orders o ON o.id = b.id WHEN MATCHED THEN DELETE", "sales.orders")]
    [TestCase("TRUNCATE b, sales.orders", "sales.orders")]
    [TestCase("LOCK TABLE sales.orders", "sales.orders")]
    [TestCase("COPY sales.orders (id) FROM STDIN", "sales.orders")]
    [TestCase("CALL sales.close_day()", "sales.close_day")]
    [TestCase("EXPLAIN ANALYZE SELECT a FROM sales.orders", "sales.orders")]
    [TestCase("SELECT a FROM b UNION SELECT a FROM sales.orders", "sales.orders")]
    [TestCase("left join \"sales\".orders o on true", "sales.orders")]
    [TestCase("FROM sales.{0} WHERE id = 1", "sales.*")]
    [TestCase("FROM sales.order{0}", "sales.*")]
    public void A_query_that_names_a_schema_is_found(string sql, string target) => Targets(sql).Should().Equal(target);

    [TestCase("CREATE TABLE a.b (id bigint REFERENCES sales.orders (id))", "sales.orders")]
    [TestCase("CREATE TABLE a.b (id bigint, mood sales.mood NOT NULL)", "sales.mood")]
    [TestCase("CREATE TABLE a.b (id bigint DEFAULT 1, mood sales.mood)", "sales.mood")]
    [TestCase("CREATE TABLE a.b (id bigint DEFAULT sales.next_number())", "sales.next_number")]
    [TestCase("CREATE TABLE a.b (id bigint DEFAULT nextval('sales.number'))", "sales.number")]
    [TestCase("CREATE TABLE a.b (LIKE sales.orders)", "sales.orders")]
    [TestCase("CREATE TABLE a.b () INHERITS (sales.orders)", "sales.orders")]
    [TestCase("CREATE TABLE a.b PARTITION OF sales.orders FOR VALUES IN (1)", "sales.orders")]
    [TestCase("CREATE TABLE IF NOT EXISTS sales.orders (id int)", "sales.orders")]
    [TestCase("CREATE VIEW a.v AS SELECT id FROM sales.orders", "sales.orders")]
    [TestCase("CREATE INDEX i ON sales.orders (id)", "sales.orders")]
    [TestCase("CREATE TRIGGER t AFTER INSERT OR UPDATE OF id ON sales.orders FOR EACH ROW EXECUTE FUNCTION a.f()", "sales.orders")]
    [TestCase("CREATE TRIGGER t AFTER DELETE ON a.b FOR EACH ROW EXECUTE FUNCTION sales.f()", "sales.f")]
    [TestCase("CREATE RULE r AS ON INSERT TO a.b DO ALSO INSERT INTO sales.orders VALUES (1)", "sales.orders")]
    [TestCase("CREATE POLICY p ON sales.orders USING (true)", "sales.orders")]
    [TestCase("CREATE SEQUENCE a.s OWNED BY sales.orders.id", "sales.orders")]
    [TestCase("CREATE FUNCTION a.f(x sales.mood) RETURNS int LANGUAGE sql RETURN 1", "sales.mood")]
    [TestCase("CREATE FUNCTION a.f() RETURNS SETOF sales.orders LANGUAGE sql AS 'SELECT 1'", "sales.orders")]
    [TestCase("ALTER TABLE a.b ADD COLUMN c int DEFAULT 1, ADD COLUMN d sales.mood", "sales.mood")]
    [TestCase("ALTER TABLE a.b ALTER COLUMN c TYPE sales.mood", "sales.mood")]
    [TestCase("DROP TABLE IF EXISTS a.b, sales.orders", "sales.orders")]
    [TestCase("DROP FUNCTION sales.f", "sales.f")]
    [TestCase("GRANT SELECT ON sales.orders TO stock", "sales.orders")]
    [TestCase("GRANT SELECT (id), UPDATE ON a.b, sales.orders TO sales", "sales.orders")]
    [TestCase("COMMENT ON COLUMN sales.orders.id IS 'x'", "sales.orders")]
    [TestCase("ALTER TABLE a.b SET SCHEMA sales", "schema sales")]
    [TestCase("GRANT USAGE ON SCHEMA a, sales TO b", "schema sales")]
    [TestCase("CREATE SCHEMA IF NOT EXISTS \"sales\"", "schema sales")]
    [TestCase("CREATE SCHEMA AUTHORIZATION sales", "schema sales")]
    [TestCase("DROP SCHEMA IF EXISTS sales CASCADE", "schema sales")]
    [TestCase("ALTER DEFAULT PRIVILEGES IN SCHEMA sales GRANT SELECT ON TABLES TO a", "schema sales")]
    [TestCase("GRANT SELECT ON ALL TABLES IN SCHEMA sales TO a", "schema sales")]
    public void A_definition_that_names_a_schema_is_found(string sql, string target) => Targets(sql).Should().Equal(target);

    [TestCase("SET search_path = sales")]
    [TestCase("SET LOCAL search_path TO \"$user\", 'sales'")]
    [TestCase("SET SCHEMA 'sales'")]
    [TestCase("SELECT set_config('search_path', 'a, sales', false)")]
    [TestCase("ALTER ROLE a SET search_path = a, sales")]
    [TestCase("CREATE FUNCTION a.f() RETURNS int LANGUAGE sql SET search_path = sales AS 'SELECT 1'")]
    [TestCase("ALTER FUNCTION a.f() SET search_path TO sales")]
    public void A_search_path_that_has_a_schema_is_found(string sql) =>
        Find(sql).Should().ContainSingle().Which.Should().BeEquivalentTo(new { Kind = MentionKind.SearchPath, Schema = "sales" });

    [TestCase("SELECT 'sales.orders'::regclass", "sales.orders")]
    [TestCase("SELECT CAST('sales.orders' AS regclass)", "sales.orders")]
    [TestCase("SELECT regclass 'sales.orders'", "sales.orders")]
    [TestCase("SELECT 'sales.f'::regproc", "sales.f")]
    [TestCase("SELECT currval('\"sales\".\"Number\"')", "sales.Number")]
    [TestCase("SELECT pg_catalog.setval('sales.number', 1)", "sales.number")]
    [TestCase("SELECT to_regclass('sales.orders')", "sales.orders")]
    [TestCase("SELECT 'sales'::regnamespace", "schema sales")]
    [TestCase("SELECT * FROM dblink('dbname=x', 'SELECT id FROM sales.orders') AS t(id int)", "sales.orders")]
    public void A_name_in_a_literal_is_found(string sql, string target) => Targets(sql).Should().Equal(target);

    [TestCase("SELECT id FROM sales.orders;")]
    [TestCase("EXECUTE 'SELECT id FROM sales.orders';")]
    [TestCase("EXECUTE 'SELECT id' || ' FROM sales.orders WHERE id = ' || quote_literal(x);")]
    [TestCase("EXECUTE format('SELECT id FROM sales.orders WHERE id = %L', x);")]
    [TestCase("EXECUTE format('SELECT id FROM %I.%I', 'sales', 'orders');")]
    [TestCase("EXECUTE format('SELECT id FROM %2$I.%1$I', 'orders', 'sales');")]
    [TestCase("query := 'SELECT id FROM sales.orders'; EXECUTE query;")]
    [TestCase("IF EXISTS (SELECT FROM sales.orders) THEN RETURN; END IF;")]
    [TestCase("FOR x IN SELECT id FROM sales.orders LOOP NULL; END LOOP;")]
    [TestCase("DECLARE x sales.orders%ROWTYPE; BEGIN NULL; END;")]
    [TestCase("PERFORM 1 FROM sales.orders;")]
    public void A_body_that_names_a_schema_is_found(string body)
    {
        Targets($"DO $$ BEGIN {body} END $$").Should().Equal("sales.orders");
        Targets($"CREATE FUNCTION a.f() RETURNS int LANGUAGE plpgsql AS $f$ BEGIN {body} END $f$").Should().Equal("sales.orders");
        Targets($"CREATE FUNCTION a.f() RETURNS int AS '{body.Replace("'", "''", StringComparison.Ordinal)}' LANGUAGE plpgsql").Should().Equal("sales.orders");
        MentionReader.FindInBody(body, Schemas).Select(mention => mention.Target).Should().Equal("sales.orders");
    }

    [TestCase("SELECT sales.name FROM a.b AS sales WHERE sales.id = 1 ORDER BY sales.name")]
    [TestCase("SELECT sales.* FROM a.sales")]
    [TestCase("WITH sales AS (SELECT 1 AS id) SELECT sales.id FROM sales JOIN a.b ON b.id = sales.id")]
    [TestCase("UPDATE a.sales SET n = sales.n + 1 WHERE sales.id = 1 RETURNING sales.n")]
    [TestCase("INSERT INTO a.sales (n) VALUES (1) ON CONFLICT (n) DO UPDATE SET n = sales.n")]
    [TestCase("DELETE FROM a.b USING a.sales WHERE sales.id = b.id")]
    [TestCase("SELECT lower(sales.name), count(*) FROM a.b sales GROUP BY lower(sales.name), sales.id HAVING sales.id > 1")]
    [TestCase("SELECT a.sales.name FROM a.sales")]
    [TestCase("SELECT extract(year FROM sales.at), trim(both from sales.name) FROM a.b sales")]
    [TestCase("SELECT 1 FROM a.b sales WHERE sales.x IS DISTINCT FROM sales.y")]
    [TestCase("SELECT 1 FROM a.b sales, unnest(sales.tags) AS tag")]
    [TestCase("SELECT type, index, sales.view FROM a.b sales")]
    [TestCase("SELECT CASE WHEN sales.x THEN sales.y ELSE sales.z END FROM a.b sales")]
    [TestCase("WHERE sales.name = @Name AND sales.id IN (1, 2)")]
    [TestCase("SELECT a FROM {0}.orders")]
    [TestCase("SELECT a FROM sales{0}.orders")]
    [TestCase("SELECT a FROM sales")]
    [TestCase("SELECT a FROM \"Sales\".orders")]
    [TestCase("SELECT a FROM presales.orders")]
    [TestCase("SELECT @sales.orders")]
    [TestCase("SELECT 'sales.orders', E'sales.orders', $$sales.orders$$ FROM b")]
    [TestCase("SELECT a FROM b -- as in sales.orders\n/* or sales.orders */")]
    [TestCase("INSERT INTO a.cursor (feed) VALUES ('sales')")]
    [TestCase("COMMENT ON TABLE a.b IS 'as sales.orders'")]
    [TestCase("COMMENT ON TABLE a.b IS 'SELECT 1 FROM sales.orders'")]
    [TestCase("GRANT SELECT ON a.b TO sales")]
    [TestCase("CREATE TABLE a.sales (id int, CHECK (sales.id > 0))")]
    [TestCase("CREATE INDEX i ON a.sales (lower(sales.name))")]
    [TestCase("CREATE POLICY p ON a.sales USING (sales.owner = current_user)")]
    [TestCase("CREATE VIEW a.v AS SELECT sales.id, sales.name FROM a.sales")]
    [TestCase("CREATE FUNCTION a.f(sales a.b) RETURNS int LANGUAGE sql AS 'SELECT sales.id'")]
    [TestCase("CREATE FUNCTION a.f() RETURNS int LANGUAGE plpython3u AS $$ sales.append(1) $$")]
    [TestCase("DO $$ DECLARE sales record; BEGIN sales.id := 1; IF sales.id = 1 THEN RAISE NOTICE 'in sales.orders %', sales.id; END IF; RETURN sales.id; END $$")]
    [TestCase("DO $$ BEGIN FOR sales IN SELECT id FROM a.b LOOP PERFORM a.f(sales.id); EXECUTE 'SELECT $1' USING sales.id; END LOOP; END $$")]
    [TestCase("DO $$ DECLARE sales record; BEGIN SELECT id INTO sales.id FROM a.b; END $$")]
    [TestCase("SELECT schema FROM a.b WHERE schema = 'sales'")]
    [TestCase("SELECT * FROM a.b WHERE name = 'sales.orders' AND x = format('see %s', 'sales.orders')")]
    public void What_only_looks_like_a_schema_is_left_alone(string sql) => Targets(sql).Should().BeEmpty();

    [Test]
    public void A_mention_has_its_line()
    {
        const string sql = "SELECT 1;\nDO $$\nBEGIN\n  EXECUTE 'SELECT 1 FROM\n sales.orders';\nEND $$";
        var offset = Find(sql).Should().ContainSingle().Subject.Offset;
        sql[offset..].Should().StartWith("sales.orders");
    }

    private static IEnumerable<string> Targets(string sql) => Find(sql).Select(mention => mention.Target);

    private static IReadOnlyList<SchemaMention> Find(string sql) => MentionReader.Find(sql.Replace("{0}", Text.Hole.ToString(), StringComparison.Ordinal), Schemas);
}
