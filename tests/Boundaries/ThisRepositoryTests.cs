using MyThoughts.BoundaryCheck;
using MyThoughts.BoundaryCheck.CommandLine;
using MyThoughts.BoundaryCheck.Reports;
using MyThoughts.Support;

namespace MyThoughts.Boundaries.Tests;

/// <summary>The boundaries of this repository hold, and all of it was looked at.</summary>
internal sealed class ThisRepositoryTests
{
    private CheckResult result = null!;

    private static CheckOptions Options => new(Repository.Root, Path.Combine(Repository.Root, "Modules", "modules.json"));

    [OneTimeSetUp]
    public async Task Look() => result = await Check.RunAsync(Options, CancellationToken.None);

    [Test]
    public void Nothing_breaks_a_boundary() => result.New.Select(violation => violation.ToString()).Should().BeEmpty();

    [Test]
    public void The_baseline_lists_nothing_that_is_gone() => result.Gone.Should().BeEmpty();

    [Test]
    public void The_report_kept_with_the_source_is_fresh() =>
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "boundaries.md")).Should().Be(
            MarkdownReport.Write(result), "`dotnet run build.cs boundaries --docs docs/boundaries.md` writes it anew");

    [Test]
    public void All_of_the_code_was_looked_at() =>
        result.Facts.NotChecked.Select(gap => gap.ToString()).Where(gap => !gap.Contains("database", StringComparison.Ordinal)).Should().BeEmpty();

    [Test]
    public void Each_module_was_seen_with_its_contract_its_service_its_SQL_and_its_paths()
    {
        var facts = result.Facts;
        foreach (var module in facts.Solution.Map.Modules)
        {
            facts.Solution.Of(module).Select(project => project.Role.ToString()).Should().Contain(["Contracts", "Module", "Service"], module.Name);
            facts.Paths.Should().Contain(path => path.Project.Module == module);
            facts.References.Should().Contain(reference => reference.From.Module == module && reference.To.Role == BoundaryCheck.Solution.ProjectRole.Chassis);
            facts.Texts.Should().Contain(text => text.Project.Module == module && text.Value.Contains($"{module.Schema}.", StringComparison.Ordinal));
        }
    }
}
