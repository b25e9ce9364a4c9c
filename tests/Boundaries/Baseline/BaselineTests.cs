using MyThoughts.BoundaryCheck.Baseline;
using MyThoughts.Boundaries.Tests.Violations;

namespace MyThoughts.Boundaries.Tests.Baseline;

/// <summary>The list of known violations lets an older code base begin, and only ever gets shorter by itself.</summary>
internal sealed class BaselineTests
{
    private const string File = "Modules/boundaries.baseline.json";
    private const string Bodies = "Modules/Orders/Module/Violations/Bodies.cs";
    private const string Assembly = "Modules/Orders/Module/bin/Debug/net10.0/Acme.Orders.dll";
    private PlantedSolution solution = null!;
    private string original = "";

    [OneTimeSetUp]
    public async Task Build()
    {
        solution = await PlantedSolution.BuildAsync();
        original = System.IO.File.ReadAllText(solution.PathOf(Bodies));
    }

    [OneTimeTearDown]
    public void Remove() => solution.Dispose();

    [TearDown]
    public async Task Restore()
    {
        System.IO.File.Delete(solution.PathOf(File));
        if (System.IO.File.ReadAllText(solution.PathOf(Bodies)) == original && System.IO.File.Exists(solution.PathOf(Assembly))) return;
        System.IO.File.WriteAllText(solution.PathOf(Bodies), original);
        await BuildAgainAsync();
    }

    [Test]
    public async Task Known_violations_pass_each_with_its_reason_and_a_new_one_in_a_listed_type_fails()
    {
        (await solution.RunAsync(isCi: false)).ExitCode.Should().Be(1);
        (await solution.RunAsync(isCi: false, "--accept", "Here before the check")).ExitCode.Should().Be(0);
        (await solution.RunAsync(isCi: true)).ExitCode.Should().Be(0, "CI reads the list");
        (await solution.CheckAsync()).Known.Should().HaveCountGreaterThan(100).And.OnlyContain(known => known.Entry.Reason == "Here before the check");

        // In a type and even a member that are listed already, another member of the same neighbour.
        Replace("throw new OutOfStockException()", "throw new OutOfStockException() { Source = Stock.Limit.ToString() }");
        await BuildAgainAsync();
        (await solution.CheckAsync()).New.Should().ContainSingle().Which.To.Should().Be("Acme.Catalog.Stock.Limit");
        (await solution.RunAsync(isCi: false)).ExitCode.Should().Be(1);
    }

    [Test]
    public async Task One_violation_swapped_for_another_fails_twice_until_the_gone_one_is_pruned()
    {
        await solution.RunAsync(isCi: false, "--accept", "Here before the check");
        Replace("=> Stock.Free;", "=> () => Stock.Limit;");
        await BuildAgainAsync();
        var result = await solution.CheckAsync();
        result.New.Should().ContainSingle().Which.To.Should().Be("Acme.Catalog.Stock.Limit");
        result.Gone.Should().ContainSingle().Which.To.Should().Be("Acme.Catalog.Stock.Free()");

        Replace("=> () => Stock.Limit;", "=> () => 1;");
        await BuildAgainAsync();
        (await solution.RunAsync(isCi: false)).ExitCode.Should().Be(1, "what is mended has to leave the list");
        var before = Entries();
        (await solution.RunAsync(isCi: false, "--prune")).ExitCode.Should().Be(0);
        Entries().Should().BeSubsetOf(before).And.HaveCountLessThan(before.Count);
    }

    [TestCase("--prune"), TestCase("--accept", "A reason"), TestCase("--update-contracts")]
    public async Task CI_never_writes_it(params string[] arguments)
    {
        var (exitCode, said) = await solution.RunAsync(isCi: true, arguments);
        exitCode.Should().Be(2);
        said.Should().StartWith("boundaries: CI is set");
        System.IO.File.Exists(solution.PathOf(File)).Should().BeFalse();
    }

    [Test]
    public async Task What_was_not_checked_is_not_called_gone()
    {
        await solution.RunAsync(isCi: false, "--accept", "Here before the check");
        System.IO.File.Delete(solution.PathOf(Assembly));
        (await solution.CheckAsync()).Gone.Where(entry => entry.From.StartsWith("Acme.Orders.", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Test]
    public async Task A_contract_that_breaks_its_callers_fails_until_it_is_approved_with_a_reason()
    {
        const string surface = "Modules/Catalog/Contracts/surface.approved.txt";
        var approved = System.IO.File.ReadAllText(solution.PathOf(surface));
        await solution.RunAsync(isCi: false, "--accept", "Here before the check");
        solution.Write(surface, approved.Replace("FindAsync(string name,", "FindAsync(string title,", StringComparison.Ordinal));
        var (exitCode, said) = await solution.RunAsync(isCi: false);
        exitCode.Should().Be(1);
        said.Should().Contain($"{surface}(").And.Contain("[contract-change]").And.Contain("ICatalog.FindAsync");

        (await solution.RunAsync(isCi: false, "--update-contracts")).ExitCode.Should().Be(2, "it breaks callers, and nobody said why");
        (await solution.RunAsync(isCi: false, "--update-contracts", "--breaking", "Nobody names it")).ExitCode.Should().Be(0);
        System.IO.File.ReadAllText(solution.PathOf(surface)).Should().StartWith(approved).And.Contain("Nobody names it");
    }

    private IReadOnlyList<BaselineEntry> Entries() => BaselineFile.Read(solution.PathOf(File)).Entries;

    private void Replace(string before, string after)
    {
        var text = System.IO.File.ReadAllText(solution.PathOf(Bodies));
        text.Should().Contain(before);
        System.IO.File.WriteAllText(solution.PathOf(Bodies), text.Replace(before, after, StringComparison.Ordinal));
    }

    private Task BuildAgainAsync() => solution.DotnetAsync("build", "Modules/Orders/Service/Acme.Orders.Service.csproj", "--no-restore", "--verbosity", "quiet", "--nologo");
}
