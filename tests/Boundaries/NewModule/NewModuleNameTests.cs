using System.Text;
using MyThoughts.Chassis.Map;
using MyThoughts.Support;

namespace MyThoughts.Boundaries.Tests.NewModule;

/// <summary>Which names a module can have, and what the map says of one.</summary>
internal sealed class NewModuleNameTests
{
    private const string OneModule = """
        { "monolith": { "ports": { "public": 8000, "proxied": 7000, "internal": 9000 } },
          "gateway": { "schema": "gateway", "role": "gateway", "ports": { "public": 8002, "internal": 8081 } },
          "modules": [
            { "name": "a", "schema": "a", "role": "a", "dependsOn": [], "follows": [], "ports": { "public": 8001, "proxied": 7001, "internal": 9001 }, "routes": [] }
          ] }
        """;

    private static readonly ModuleMap Map = ModuleMap.Load(Path.Combine(Repository.Root, "Modules/modules.json"));
    private static readonly IReadOnlyList<NewModuleTemplate> Templates = NewModuleTemplate.Read(Path.Combine(Repository.Root, "build/templates/new-module"));

    [TestCase("Diaries"), TestCase("FieldDiaries"), TestCase("Q4"), TestCase("Abcdefghijabcdefghijabcdefghijabcdefghij")]
    public void A_word_or_two_in_PascalCase_is_a_name(string name) => Problem(name).Should().BeNull();

    [TestCase(""), TestCase("diaries"), TestCase("Field-Diaries"), TestCase("Field_Diaries"), TestCase("4Diaries"), TestCase("Tagebücher"), TestCase("../Diaries"), TestCase("Diaries\n")]
    public void What_is_not_in_PascalCase_is_refused(string name) => Problem(name).Should().Contain("PascalCase");

    [TestCase("D"), TestCase("Abcdefghijabcdefghijabcdefghijabcdefghijk")]
    public void A_length_beyond_the_limits_is_refused_with_both(string name) => Problem(name).Should().Contain("2 to 40");

    [TestCase("Search"), TestCase("SEARCH"), TestCase("Gateway"), TestCase("Monolith")]
    public void A_module_or_host_that_exists_is_named(string name) => Problem(name).Should().Contain("there already").And.Contain(name.ToLowerInvariant());

    [TestCase("Chassis"), TestCase("Web"), TestCase("Admin"), TestCase("Internal"), TestCase("Metrics"), TestCase("HealthCheck"), TestCase("Administrator"), TestCase("Extensions"), TestCase("System")]
    [TestCase("Order"), TestCase("User"), TestCase("Task"), TestCase("Page")]
    public void What_already_means_something_to_hosts_code_or_SQL_is_reserved(string name) => Problem(name).Should().Contain("reserved");

    [TestCase("EndToEnd", "tests/EndToEnd"), TestCase("Endtoend", "tests/EndToEnd"), TestCase("Build", "build")]
    public void A_folder_that_is_there_is_named(string name, string folder) => Problem(name).Should().Contain($"{folder},");

    [TestCase("Login", "/login"), TestCase("Me", "/api/me/thoughts"), TestCase("Mentions", "/mentions")]
    public void A_path_that_another_module_owns_is_named(string name, string path) => Problem(name).Should().Contain($"owns {path}");

    [Test]
    public void Each_refusal_is_one_line_with_an_example() =>
        new[] { "diaries", "D", "Search", "Admin", "Task", "EndToEnd", "Login" }.Select(Problem).Should().OnlyContain(problem => !problem!.Contains('\n') && problem.EndsWith("Example: Notes"));

    [Test]
    public void Ports_that_anybody_has_are_left_out()
    {
        // 8002 is the gateway's.
        var map = Read(NewModuleEntry.Insert(Encoding.UTF8.GetBytes(OneModule), Read(Encoding.UTF8.GetBytes(OneModule)), "Diaries"));
        map.Module("diaries").Ports.Should().Be(new MappedPorts(8003, 9003, 7003));
        map.Module("diaries").Folder.Should().Be("Diaries");
    }

    [TestCase("\r\n"), TestCase("\n")]
    public void The_entry_has_the_line_ends_and_the_indent_of_the_others(string newLine)
    {
        var json = OneModule.ReplaceLineEndings(newLine);
        var after = Encoding.UTF8.GetString(NewModuleEntry.Insert(Encoding.UTF8.GetBytes(json), Read(Encoding.UTF8.GetBytes(json)), "Diaries"));
        after.Should().Contain($"\"routes\": [] }},{newLine}    {{{newLine}      \"name\": \"diaries\",{newLine}").And.Contain($"{newLine}    }}{newLine}  ] }}");
    }

    [Test]
    public void A_map_without_modules_is_told()
    {
        var insert = () => NewModuleEntry.Insert("""{ "modules": [] }"""u8.ToArray(), Map, "Diaries");
        insert.Should().Throw<TaskFailedException>().WithMessage("*Nothing was written*");
    }

    private static string? Problem(string name) => NewModuleName.Problem(name, Map, Repository.Root, Templates);

    private static ModuleMap Read(byte[] json)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, json);
            return ModuleMap.Load(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
