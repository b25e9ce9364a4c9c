using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;
using MyThoughts.BoundaryCheck.Sql;
using MyThoughts.Support;

namespace MyThoughts.Boundaries.Tests.Sql;

/// <summary>The SQL of a module, in files and in code, stays in the module's own schema.</summary>
public sealed class SqlRuleTests
{
    private static readonly Text Schema = Shop.File(Shop.Solution, "Shop.Sales", "0001.sql", "CREATE TABLE sales.orders (id bigint);\nCREATE VIEW sales.open AS SELECT id FROM sales.orders;");

    [Test]
    public void Nobody_names_the_schema_of_another_in_their_SQL_files()
    {
        var solution = SolutionReader.Read(Repository.Root, Path.Combine(Repository.Root, "Modules", "modules.json"));
        var files = SqlFiles.Read(solution).ToList();
        files.Should().HaveCount(Directory.EnumerateFiles(Path.Combine(Repository.Root, "Modules"), "*_*.sql", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "Gateway"), "*_*.sql", SearchOption.AllDirectories))
            .Count(file => !SolutionFiles.IsMade(Repository.Root, file)));
        SqlRules.Find(Shop.Facts(solution, files)).Should().BeEmpty();
    }

    [TestCase("SELECT id FROM sales.orders", "sales.orders"), TestCase("left join \"sales\".orders a on true", "sales.orders")]
    [TestCase("INSERT INTO sales.orders (id) VALUES (1)", "sales.orders"), TestCase("GRANT USAGE ON SCHEMA sales TO stock;", "schema sales")]
    [TestCase("CREATE TABLE stock.x (id bigint REFERENCES sales.orders (id))", "sales.orders"), TestCase("SELECT sales.next_number()", "sales.next_number")]
    [TestCase("SALES.orders AS neighbour", "sales.orders"), TestCase("SELECT hash FROM edge.operator_key", "edge.operator_key")]
    public void A_neighbours_schema_is_found_in_a_file_with_its_line(string sql, string target)
    {
        var found = Find(Shop.File(Shop.Solution, "Shop.Stock", "0002.sql", "\n" + sql)).Should().ContainSingle().Subject;
        found.Should().BeEquivalentTo(new { To = target, Place = new { File = "src/Shop.Stock/0002.sql", Line = 2 }, Owner = "stock" });
        found.From.Should().StartWith("0002.sql: ", "two statements that name the same are two");
    }

    [Test]
    public void A_neighbours_table_is_found_on_the_line_after_its_keyword() =>
        Find(Shop.File(Shop.Solution, "Shop.Stock", "0002.sql", "SELECT id FROM\n    sales.orders")).Should().ContainSingle().Which.Place.Line.Should().Be(2);

    [Test]
    public void What_is_wrong_says_who_names_what_and_whose_it_is()
    {
        var found = Find(Shop.Code("Shop.Stock", "SELECT id FROM sales.orders")).Should().ContainSingle().Subject;
        found.ToString().Should().StartWith("src/Orders.cs(7): [sql-schema] the SQL of stock in Shop.Orders.Query names the table sales.orders, which belongs to sales. ");
        found.Key.Should().Be("sql-schema: Shop.Orders.Query -> sales.orders");
        Find(Shop.Code("Shop.Stock", "SET search_path = sales")).Single().What.Should().Be("the SQL of stock in Shop.Orders.Query puts the schema sales on its search path, which belongs to sales");
        Find(Shop.Code("Shop.Base", "SELECT id FROM sales.open")).Single().What.Should()
            .Be("the SQL of Shop.Base, which owns no schema, in Shop.Orders.Query names the view sales.open, which belongs to sales");
        Find(Shop.Code("Shop.Gateway", $"SELECT id FROM sales.{Text.Hole}")).Single().What.Should()
            .Be("the SQL of gateway in Shop.Orders.Query names something in the schema sales, which belongs to sales");
    }

    [TestCase("Shop.Stock", "stock"), TestCase("Shop.Stock.Contracts", "stock"), TestCase("Shop.Prices", "prices")]
    [TestCase("Shop.Base", "Shop.Base"), TestCase("Shop.Web", "Shop.Web"), TestCase("Shop.Gateway", "Shop.Gateway")]
    public void A_violation_is_its_modules_or_its_projects(string project, string owner) =>
        Find(Shop.Code(project, "SELECT id FROM sales.orders")).Should().ContainSingle().Which.Owner.Should().Be(owner);

    [TestCase("Shop.Sales", "SELECT id FROM sales.orders"), TestCase("Shop.Sales.Contracts", "SELECT id FROM sales.orders")]
    [TestCase("Shop.Gateway", "SELECT id FROM edge.revision"), TestCase("Shop.Tests", "SELECT id FROM sales.orders")]
    [TestCase("Shop.Web", "SELECT id FROM public.orders")]
    public void A_schema_of_ones_own_and_one_that_is_nobodys_are_left_alone(string project, string sql) => Find(Shop.Code(project, sql)).Should().BeEmpty();

    [TestCase("SELECT id FROM sales.anything"), TestCase("  -- why\n (SELECT id FROM sales.anything)"), TestCase("select id from sales.anything where id = @Id")]
    [TestCase("UPDATE sales.anything"), TestCase(" JOIN sales.anything a ON a.id = b.id"), TestCase("left join sales.anything a on (a.id = b.id)")]
    [TestCase("Select Id From sales.anything Where Id = 1"), TestCase("{0} FROM sales.anything"), TestCase("with x as (select 1) select * from sales.anything")]
    [TestCase("DELETE FROM sales.anything"), TestCase("DO $$ BEGIN DELETE FROM sales.anything; END $$"), TestCase("WHERE EXISTS (SELECT FROM sales.anything)")]
    [TestCase("VALUES ((SELECT max(id) FROM sales.anything))"), TestCase("CREATE TABLE sales.anything (id int)"), TestCase("COPY sales.anything TO STDOUT")]
    public void SQL_in_code_is_found_by_how_it_begins(string text) =>
        Find(Shop.Code("Shop.Stock", Filled(text))).Should().ContainSingle().Which.To.Should().Be("sales.anything");

    [TestCase("sales.orders"), TestCase("\"sales\".\"orders\""), TestCase(" Sales.Orders o"), TestCase("sales.orders AS o"), TestCase("select id from sales.orders")]
    [TestCase("count(*) FROM sales.orders"), TestCase("Select id from sales.orders"), TestCase("from sales.open")]
    public void A_text_that_might_be_SQL_counts_when_there_is_such_an_object(string text)
    {
        Find(Shop.Code("Shop.Stock", text)).Should().ContainSingle().Which.To.Should().BeOneOf("sales.orders", "sales.open");
        Find(Shop.Code("Shop.Stock", text.Replace("rders", "thers", StringComparison.Ordinal).Replace("open", "closed", StringComparison.Ordinal))).Should().BeEmpty();
    }

    [TestCase("Host=x;Database=y;Search Path=sales,public;Username=z"), TestCase("SearchPath=\"sales\""), TestCase("Options=-c search_path=sales")]
    public void A_search_path_in_a_connection_string_is_found(string text) => Find(Shop.Code("Shop.Stock", text)).Should().ContainSingle().Which.To.Should().Be("schema sales");

    [TestCase("https://sales.example/stock.css"), TestCase("sales.css"), TestCase("sales.html"), TestCase("Choose sales.html from the list.")]
    [TestCase("Select one from sales.csv and go on."), TestCase("Update sales.json and restart."), TestCase("Create sales.csv first."), TestCase("from sales.html")]
    [TestCase("Shop.Sales.Contracts"), TestCase("sales.Orders.Count"), TestCase("Set sales.Text to null"), TestCase("or sales.css"), TestCase("With sales.css as it is")]
    [TestCase("SELECT id FROM {0}.orders"), TestCase("Sales@sales.example"), TestCase("sales"), TestCase("sales."), TestCase("See sales.orders for more.")]
    [TestCase("SELECT sales.id FROM stock.item AS sales"), TestCase("the sales.anything that nobody has"), TestCase("WHERE sales.id = @Id")]
    public void What_only_looks_like_SQL_is_left_alone(string text) => Find(Shop.Code("Shop.Stock", Filled(text))).Should().BeEmpty();

    [Test]
    public void Without_any_SQL_files_a_sentence_counts_unless_it_names_a_file()
    {
        SqlRules.Find(Shop.Facts(Shop.Solution, Shop.Code("Shop.Stock", "select id from sales.orders"))).Should().ContainSingle();
        SqlRules.Find(Shop.Facts(Shop.Solution, Shop.Code("Shop.Stock", "Select one from sales.csv"))).Should().BeEmpty();
    }

    private static string Filled(string text) => text.Replace("{0}", Text.Hole.ToString(), StringComparison.Ordinal);

    private static List<Violation> Find(Text text) => [.. SqlRules.Find(Shop.Facts(Shop.Solution, Schema, text))];
}
