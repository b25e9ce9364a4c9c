using System.Reflection;
using MyThoughts.Chassis.Map;
using MyThoughts.Support;

namespace MyThoughts.Boundaries.Tests;

/// <summary>The rules hold in this repository, and each of them can fail.</summary>
public sealed class BoundaryTests
{
    private static readonly string Root = Repository.Root;
    private static readonly ModuleMap Map = ModuleMap.Load();

    [Test]
    public void No_project_references_what_the_map_does_not_allow() =>
        Projects().SelectMany(path => ProjectReferences.Violations(Map, Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))).Should().BeEmpty();

    [TestCase("MyThoughts.Thoughts", "../../Search/Contracts/MyThoughts.Search.Contracts.csproj")]
    [TestCase("MyThoughts.Search", "../../Thoughts/Module/MyThoughts.Thoughts.csproj")]
    [TestCase("MyThoughts.Users.Contracts", "..\\..\\Thoughts\\Contracts\\MyThoughts.Thoughts.Contracts.csproj")]
    [TestCase("MyThoughts.Gateway", "../Modules/Search/Contracts/MyThoughts.Search.Contracts.csproj")]
    [TestCase("MyThoughts.Chassis", "../Users/Contracts/MyThoughts.Users.Contracts.csproj")]
    public void A_forbidden_reference_is_found(string project, string reference) =>
        ProjectReferences.Violations(Map, project, $"""<Project><ItemGroup><ProjectReference Include="{reference}" /></ItemGroup></Project>""")
            .Should().ContainSingle().Which.Should().StartWith(project);

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

    [TestCase("Users"), TestCase("Thoughts"), TestCase("Search")]
    public void A_module_shows_its_registration_class_and_nothing_else(string module) =>
        PublicTypes.Violations(module, Assembly.Load($"MyThoughts.{module}").GetTypes()).Should().BeEmpty();

    [Test]
    public void A_public_type_is_found() =>
        PublicTypes.Violations("Users", [typeof(BoundaryTests)]).Should().ContainSingle().Which.Should().Contain(nameof(BoundaryTests));

    [Test]
    public void The_map_does_not_contradict_itself() => MapRules.Violations(Map).Should().BeEmpty();

    [Test]
    public void A_path_with_two_owners_a_port_used_twice_a_cycle_an_unknown_module_a_shared_role_and_a_feed_followed_without_its_contract_are_found()
    {
        var ports = new MappedPorts(1, 2, 3);
        var map = new ModuleMap(new(new(4, 5, 6)), new("gateway", "a", new(7, 8)), [
            new("a", "a", "a", ["b"], ["c"], ports, [new("a", ["/x"], 0, 0)]),
            new("b", "b", "b", ["a", "c"], [], new(9, 10, 1), [new("b", ["/X/"], 0, 0)]),
        ]);
        MapRules.Violations(map).Should().BeEquivalentTo(
            "'/x' is owned by a and b", "port 1 is used by a and b", "role a is used by a and gateway",
            "a depends on itself through others", "b depends on itself through others", "b depends on c, which is no module",
            "a follows the feed of c, on whose contract it does not depend");
    }

    private static IEnumerable<string> Projects() => new[] { "Modules", "Gateway", "MyThoughts.Web" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories));

    private static IEnumerable<string> FilesOf(string owner) =>
        Directory.EnumerateFiles(Path.Combine(Root, owner == "gateway" ? "" : "Modules", $"{char.ToUpperInvariant(owner[0])}{owner[1..]}"), "*.*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".cs" or ".sql" or ".cshtml" && !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
