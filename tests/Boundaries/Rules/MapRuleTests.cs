using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.Boundaries.Tests.Rules;

/// <summary>What the map alone can get wrong.</summary>
internal sealed class MapRuleTests
{
    private string folder = "";

    [SetUp]
    public void Make() => folder = Directory.CreateTempSubdirectory("map-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Schemas_roles_and_ports_used_twice_unknown_modules_and_feeds_without_their_contract_are_found_on_their_lines() =>
        Find(MapRules.Find, """
            { "gateway": { "schema": "gateway", "role": "a" }, "monolith": { "ports": { "public": 9 } },
              "modules": [
                { "name": "a", "schema": "a", "role": "a",
                  "dependsOn": ["b"],
                  "follows": ["c"] },
                { "name": "b", "schema": "a", "role": "b", "ports": {
                  "public": 9 },
                  "dependsOn": ["d"] },
                { "name": "c" } ] }
            """).Should().BeEquivalentTo(
            "modules.json(5): a follows the feed of c, on whose contract it does not depend",
            "modules.json(8): b depends on d, which is no module of the map",
            "modules.json(6): the schema a is used by a and b",
            "modules.json(7): the port 9 is used by b and monolith",
            "modules.json(3): the role a is used by a and gateway");

    [Test]
    public void A_contract_among_the_modules_that_the_map_does_not_know_is_found()
    {
        Directory.CreateDirectory(Path.Combine(folder, "Lost", "Contracts"));
        File.WriteAllText(Path.Combine(folder, "Lost", "Contracts", "Lost.Contracts.csproj"), "<Project />");
        Find(MapRules.Find, """{ "modules": [{ "name": "a" }] }""").Should().ContainSingle().Which.Should().EndWith("Lost.Contracts stands among the modules and is none of the map");
    }

    [Test]
    public void A_cycle_is_found_whether_the_map_or_a_feed_closes_it_and_each_once() =>
        Find(CycleRules.Find, """
            { "modules": [
                { "name": "a", "dependsOn": ["b"] },
                { "name": "b", "follows": ["c"] },
                { "name": "c", "dependsOn": ["a"], "follows": ["c"] },
                { "name": "d", "dependsOn": ["a"], "follows": ["a"] } ] }
            """).Should().Equal("modules.json(3): a depends on itself: a may use b (modules.json(2)), b follows the feed of c (modules.json(3)), c may use a (modules.json(4))");

    [Test]
    public void A_path_of_two_modules_is_found_whatever_its_case_its_slashes_and_the_names_of_its_parameters() =>
        Find(PathRules.Find, """
            { "modules": [
                { "name": "a", "routes": [{ "name": "a", "paths": ["/x/{id}", "/y"] }] },
                { "name": "b", "internalPaths": ["/Y/"],
                  "routes": [{ "name": "b", "paths": ["X/{name:int}/", "/y/below"] }] } ] }
            """).Should().BeEquivalentTo("modules.json(4): /x/{id} is owned by a and b", "modules.json(3): /y is owned by a and b");

    [TestCase("/", "/", true), TestCase("/", "/x", false), TestCase("/x", "/X/y", true), TestCase("/x", "/xy", false)]
    [TestCase("/@{name}", "/@{username}/followers", true), TestCase("/@{name}", "/{username}", false), TestCase("/x/y", "/x", false)]
    public void A_path_owns_what_is_below_it_but_the_root_only_itself(string owned, string mapped, bool owns) => PathRules.Owns(owned, mapped).Should().Be(owns);

    private List<string> Find(Func<Facts, IEnumerable<Violation>> find, string map)
    {
        File.WriteAllText(Path.Combine(folder, "modules.json"), map);
        if (!Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories).Any()) File.WriteAllText(Path.Combine(folder, "Any.csproj"), "<Project />");
        var solution = SolutionReader.Read(folder, Path.Combine(folder, "modules.json"));
        return [.. find(new(solution, [], [], [], [], [])).Select(violation => $"{violation.Place}: {violation.What}")];
    }
}
