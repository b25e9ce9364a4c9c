using MyThoughts.BoundaryCheck;

namespace MyThoughts.Boundaries.Tests.Violations;

/// <summary>What can't be looked at is said in one line, with what was therefore not checked, and never passes for checked.</summary>
internal sealed class BadInputTests
{
    private PlantedSolution solution = null!;

    [OneTimeSetUp]
    public async Task Build() => solution = await PlantedSolution.SharedAsync();

    [TestCase("there is no module map at *Nowhere.json. Name one with --map; nothing was checked.", "--map", "Modules/Nowhere.json")]
    [TestCase("*Acme.slnx is no module map: *Nothing was checked.", "--map", "Acme.slnx")]
    [TestCase("*empty.json lists no modules. Nothing was checked.", "--map", "empty.json")]
    [TestCase("*nameless.json is no module map: each of its \"modules\" needs a \"name\". Nothing was checked.", "--map", "nameless.json")]
    [TestCase("*twice.json is no module map: it has the module orders twice. Nothing was checked.", "--map", "twice.json")]
    [TestCase("*pathless.json is no module map: each of the \"routes\" of orders needs \"paths\". Nothing was checked.", "--map", "pathless.json")]
    [TestCase("--accept takes the reason. Example: *", "--accept", " ")]
    [TestCase("--breaking goes with --update-contracts*", "--breaking", "why")]
    [TestCase("--check-docs goes with --docs*", "--check-docs")]
    [TestCase("*--nonsense*", "--nonsense")]
    public async Task What_it_can_not_begin_with_is_said_in_one_line(string problem, params string[] arguments)
    {
        solution.Write("empty.json", """{ "modules": [] }""");
        solution.Write("nameless.json", """{ "modules": [{ "schema": "orders" }] }""");
        solution.Write("twice.json", """{ "modules": [{ "name": "orders" }, { "name": "orders" }] }""");
        solution.Write("pathless.json", """{ "modules": [{ "name": "orders", "routes": [{ "name": "orders" }] }] }""");
        var (exitCode, said) = await solution.RunAsync(isCi: false, arguments);
        exitCode.Should().Be(2);
        said.Trim().Should().Match("boundaries: " + problem).And.NotContain("\n");
    }

    [Test]
    public async Task A_page_that_can_not_be_written_is_said_in_a_line_of_its_own()
    {
        var (exitCode, said) = await solution.RunAsync(isCi: false, "--html", "/dev/null/page.html");
        exitCode.Should().Be(2);
        said.Should().Contain("boundaries: /dev/null/page.html can't be written: ");
    }

    [Test]
    public async Task A_baseline_that_is_none_is_said_in_one_line()
    {
        solution.Write("Elsewhere/modules.json", """{ "modules": [{ "name": "orders" }] }""");
        solution.Write("Elsewhere/boundaries.baseline.json", """{ "violations": [{ "rule": "cycle" }] }""");
        var (exitCode, said) = await solution.RunAsync(isCi: false, "--map", "Elsewhere/modules.json");
        exitCode.Should().Be(2);
        said.Should().Match("boundaries: *boundaries.baseline.json is no baseline: each of its*").And.NotContain("Exception");
    }

    [Test]
    public async Task An_unknown_module_in_the_map_is_said_and_its_boundaries_are_not_called_checked()
    {
        var map = File.ReadAllText(solution.PathOf("Modules/modules.json"));
        solution.Write("Modules/other.map", map.Replace("\"modules\": [", "\"modules\": [ { \"name\": \"shipping\" },", StringComparison.Ordinal));
        var result = await Check.RunAsync(solution.Options with { Map = solution.PathOf("Modules/other.map") }, CancellationToken.None);
        result.Facts.NotChecked.Select(gap => gap.ToString()).Should().ContainSingle(line => line.StartsWith("not checked: the module shipping", StringComparison.Ordinal))
            .Which.Should().Contain("Modules/Shipping");
    }

    [Test]
    public async Task An_assembly_that_is_not_built_a_PDB_of_another_build_and_source_that_has_changed_are_said()
    {
        using var own = await PlantedSolution.BuildAsync();
        Directory.Delete(own.PathOf("Modules/Billing/Module/bin"), recursive: true);
        File.Copy(own.PathOf("Modules/Catalog/Module/bin/Debug/net10.0/Acme.Catalog.pdb"), own.PathOf("Gateway/bin/Debug/net10.0/Acme.Gateway.pdb"), overwrite: true);
        File.Delete(own.PathOf("Shop/bin/Debug/net10.0/Acme.Shop.pdb"));
        File.AppendAllText(own.PathOf("Modules/Chassis/Chassis.cs"), "// and more");

        var result = await own.CheckAsync();

        var gaps = result.Facts.NotChecked.Select(gap => gap.ToString()).ToList();
        gaps.Should().Contain("not checked: the code of Acme.Billing: it is not built; run dotnet build")
            .And.Contain("not checked: the source of Acme.Gateway: its PDB does not match it; build it again")
            .And.Contain("not checked: the source of Acme.Shop: it has no portable PDB; build it with DebugType portable")
            .And.Contain("not checked: 1 files of Acme.Chassis as they were built: Modules/Chassis/Chassis.cs has changed since; build it again");
        result.Facts.NotChecked.Should().OnlyContain(gap => gap.Rules.Count > 0);
        result.New.Should().Contain(violation => violation.Rule.Id == "gateway-reference" && violation.What.EndsWith("as the built assembly says", StringComparison.Ordinal),
            "the assembly speaks where the source can't");
    }
}
