using MyThoughts.Chassis.Map;
using MyThoughts.Support;

namespace MyThoughts.Boundaries.Tests;

/// <summary>The rules hold in this repository, and each of them can fail.</summary>
public sealed class BoundaryTests
{
    private static readonly string Root = Repository.Root;
    private static readonly ModuleMap Map = ModuleMap.Load();

    [Test]
    public void Nobody_names_the_schema_of_another_in_their_sql() =>
        Map.Schemas.SelectMany(schema => FilesOf(schema.Owner)
                .SelectMany(path => ForeignSchemas.Violations(Map, schema.Owner, Path.GetRelativePath(Root, path), File.ReadAllText(path))))
            .Should().BeEmpty();

    [TestCase("SELECT text FROM thoughts.thought"), TestCase("left join \"users\".account a on true"), TestCase("INSERT INTO users.account (id) VALUES (1)")]
    [TestCase("GRANT USAGE ON SCHEMA thoughts TO search;"), TestCase("id bigint REFERENCES thoughts.thought (id)")]
    [TestCase("SELECT thoughts.current_epoch()"), TestCase("THOUGHTS.thought AS neighbour"), TestCase("SELECT hash FROM gateway.operator_key")]
    public void A_neighbours_schema_is_found_with_its_line(string sql) =>
        ForeignSchemas.Violations(Map, "search", "Schema/0001.sql", "\n" + sql).Should().ContainSingle().Which.Should().StartWith("Schema/0001.sql(2)");

    [Test]
    public void A_neighbours_table_is_found_on_the_line_after_its_keyword() =>
        ForeignSchemas.Violations(Map, "search", "A.cs", "SELECT text FROM\n    thoughts.thought").Should().ContainSingle().Which.Should().StartWith("A.cs(2)");

    [TestCase("using MyThoughts.Thoughts.Contracts;"), TestCase("await users.FindAsync(name)"), TestCase("    // as in thoughts.thought")]
    [TestCase("/// <summary>Follows <c>thoughts.thought</c>.</summary>"), TestCase("-- not users.account"), TestCase("https://users.example/thoughts.css")]
    [TestCase("SELECT text FROM search.thought")]
    public void What_only_looks_like_a_neighbours_schema_is_left_alone(string line) =>
        ForeignSchemas.Violations(Map, "search", "A.cs", line).Should().BeEmpty();

    private static IEnumerable<string> FilesOf(string owner) =>
        Directory.EnumerateFiles(Path.Combine(Root, owner == "gateway" ? "Gateway" : $"Modules/{Map.Module(owner).Folder}"), "*.*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".cs" or ".sql" or ".cshtml" && !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
