using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MyThoughts.Chassis.Map;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Boundaries.Tests.NewModule;

/// <summary>The task new-module, as people run it, in a copy of the repository.</summary>
internal sealed partial class NewModuleTests
{
    // Two words: the folder is not what one would guess from the name in the map.
    private const string Name = "FieldNotes";
    private const string InMap = "fieldnotes";

    private RepositoryCopy copy = null!;
    private Dictionary<string, string> before = null!;
    private Run task = null!;

    [OneTimeSetUp]
    public async Task Write()
    {
        copy = new();
        before = copy.Content();
        task = await copy.TaskAsync("new-module", Name);
    }

    [OneTimeTearDown]
    public async Task Remove() => await copy.DisposeAsync();

    [Test]
    public async Task As_written_it_builds_passes_its_tests_and_keeps_the_boundaries()
    {
        task.ExitCode.Should().Be(0, "{0}", task);
        await BuildAsync();
        (await TestAsync(Name)).Should().BeGreaterThan(10);
        await CheckBoundariesAsync();
    }

    [Test]
    public void It_names_all_it_wrote_and_adds_lines_elsewhere_without_touching_others()
    {
        task.ExitCode.Should().Be(0, "{0}", task);
        var after = copy.Content();
        var named = task.Output.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim()).ToList();
        named.Should().Contain(after.Keys.Where(path => !before.TryGetValue(path, out var text) || text != after[path]));
        named.Should().Contain(line => line.StartsWith("dotnet run build.cs test", StringComparison.Ordinal));
        after.Keys.Should().Contain(before.Keys);
        foreach (var (path, text) in before) LinesOf(text, without: LinesOf(after[path], [])).Should().BeEmpty("{0} keeps every line it had", path);
        // The last entry gets a comma after it; everything else of the map is as it was, to the byte.
        var entry = after["Modules/modules.json"].Length - before["Modules/modules.json"].Length;
        var start = before["Modules/modules.json"].LastIndexOf("\n    }", StringComparison.Ordinal) + "\n    }".Length;
        after["Modules/modules.json"].Remove(start, entry).Should().Be(before["Modules/modules.json"]);
    }

    [Test]
    public void It_gets_the_next_ports_paths_and_a_schema_and_a_role_of_its_own()
    {
        var map = ModuleMap.Load(copy.In("Modules/modules.json"));
        var module = map.Module(InMap);
        var number = map.Modules.Count;
        module.Should().BeEquivalentTo(new MappedModule(InMap, InMap, InMap, [], [], new(8000 + number, 9000 + number, 7000 + number),
            [new(InMap, [$"/{InMap}", $"/api/{InMap}"], 0, 0)]) { Folder = Name });
        File.Exists(copy.In(HostProject.Service(map, InMap).ProjectFile)).Should().BeTrue("the task up and the tests find its service");
    }

    [TestCase(Name, "there already"), TestCase("fieldNotes", "PascalCase"), TestCase("Admin", "reserved"), TestCase("", "PascalCase"), TestCase("Notes Letters", "say one name")]
    public async Task A_name_that_cannot_be_is_refused_in_one_line_with_an_example_and_nothing_is_written(string names, string problem)
    {
        var there = copy.Content();
        var refused = await copy.TaskAsync(["new-module", .. names.Split(' ')]);
        refused.ExitCode.Should().Be(1);
        refused.Errors.Trim().Should().StartWith("new-module: ").And.Contain(problem).And.Contain("Example: ").And.NotContain("\n");
        copy.Content().Should().BeEquivalentTo(there);
    }

    [Test]
    public async Task When_it_fails_midway_it_says_what_is_written_and_the_map_does_not_know_the_module_yet()
    {
        var solution = await File.ReadAllBytesAsync(copy.In("MyThoughts.sln"));
        var map = await File.ReadAllTextAsync(copy.In("Modules/modules.json"));
        try
        {
            await File.WriteAllTextAsync(copy.In("MyThoughts.sln"), "no solution");
            var failed = await copy.TaskAsync("new-module", "Letters");
            failed.ExitCode.Should().Be(1);
            failed.Errors.Should().Contain("Letters is written in part only").And.Contain("Modules/Letters/Service/Program.cs").And.NotContain("modules.json");
            (await File.ReadAllTextAsync(copy.In("Modules/modules.json"))).Should().Be(map);
        }
        finally
        {
            await File.WriteAllBytesAsync(copy.In("MyThoughts.sln"), solution);
            foreach (var folder in (string[])["Modules/Letters", "tests/Letters"])
                if (Directory.Exists(copy.In(folder))) Directory.Delete(copy.In(folder), recursive: true);
        }
    }

    [Test]
    public async Task A_place_where_its_line_would_stand_that_is_not_there_is_named_before_anything_is_written()
    {
        var program = await File.ReadAllTextAsync(copy.In("MyThoughts.Web/Program.cs"));
        try
        {
            await File.WriteAllTextAsync(copy.In("MyThoughts.Web/Program.cs"), "return 0;");
            var there = copy.Content();
            var refused = await copy.TaskAsync("new-module", "Letters");
            refused.ExitCode.Should().Be(1);
            refused.Errors.Should().Contain("MyThoughts.Web/Program.cs").And.Contain("Nothing was written");
            copy.Content().Should().BeEquivalentTo(there);
        }
        finally
        {
            await File.WriteAllTextAsync(copy.In("MyThoughts.Web/Program.cs"), program);
        }
    }

    // The copy is checked whole, with its own check.
    private async Task CheckBoundariesAsync()
    {
        (await TestAsync("Boundaries", "--filter", $"FullyQualifiedName~.{nameof(ContractSuiteTests)}.|FullyQualifiedName~.{nameof(MeteredContractTests)}.")).Should().BeGreaterThan(7);
        var check = await copy.RunAsync("tests/BoundaryCheck/bin/Debug/net10.0/MyThoughts.BoundaryCheck.dll", ["--root", copy.In("."), "--docs", copy.In("artifacts/boundaries.md")]);
        check.ExitCode.Should().Be(0, "{0}", check);
        (await File.ReadAllTextAsync(copy.In("artifacts/boundaries.md"))).Should().Contain($"## {InMap}");
        check.Output.Should().Contain($"boundaries: {ModuleMap.Load(copy.In("Modules/modules.json")).Modules.Count} modules");
    }

    // The hosts, which are looked at, what is tested, and what those need: not the whole solution.
    private async Task BuildAsync()
    {
        var hosts = HostProject.All(ModuleMap.Load(copy.In("Modules/modules.json"))).Select(host => host.ProjectFile);
        var tests = new[] { "Boundaries", Name }.Select(test => $"tests/{test}/MyThoughts.{test}.Tests.csproj");
        var filter = JsonSerializer.Serialize(new { solution = new { path = "../MyThoughts.sln", projects = hosts.Concat(tests).Select(path => path.Replace('/', '\\')) } });
        await File.WriteAllTextAsync(copy.In("artifacts/tested.slnf"), filter);
        var build = await copy.RunAsync("build", "artifacts/tested.slnf", "--verbosity", "quiet", "--nologo");
        build.ExitCode.Should().Be(0, "{0}", build);
    }

    private async Task<int> TestAsync(string project, params string[] filter)
    {
        var run = await copy.RunAsync("test", [$"tests/{project}/bin/Debug/net10.0/MyThoughts.{project}.Tests.dll", "--nologo", .. filter]);
        run.ExitCode.Should().Be(0, "{0}", run);
        return int.Parse(Passed().Match(run.Output).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static List<string> LinesOf(string text, List<string> without)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r', ',')).ToList();
        foreach (var line in without) lines.Remove(line);
        return lines;
    }

    [GeneratedRegex(@"Passed:\s+(\d+)")]
    private static partial Regex Passed();
}
