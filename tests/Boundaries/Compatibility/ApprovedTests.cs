using MyThoughts.BoundaryCheck;
using MyThoughts.BoundaryCheck.Compatibility;
using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;
using MyThoughts.Support;

namespace MyThoughts.Boundaries.Tests.Compatibility;

/// <summary>What is approved is kept, compared, and written on command alone.</summary>
internal sealed class ApprovedTests
{
    private static readonly DateOnly Today = new(2026, 1, 31);
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("approved-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void The_contracts_of_this_repository_are_those_approved() =>
        ApprovedSurfaces.Compare(SolutionReader.Read(Repository.Root, Path.Combine(Repository.Root, "Modules", "modules.json"))).Texts
            .Should().HaveCount(3).And.OnlyContain(text => text.Approved != null && text.Changes.Count == 0, "--update-contracts writes them");

    [Test]
    public void A_contract_that_was_never_approved_fails_and_is_written_on_command()
    {
        var solution = Solution("public class A;");

        Violations(solution).Should().ContainSingle().Which.What.Should().StartWith("there is no approved surface of N");
        Update(solution).Should().Equal("surface.approved.txt: written for the first time");

        Violations(solution).Should().BeEmpty();
    }

    [Test]
    public void A_break_is_approved_with_a_reason_alone_and_the_reason_is_kept()
    {
        Update(Solution("public class A { public void Do() { } }"));
        var solution = Solution("public class A;");

        Violations(solution).Should().ContainSingle().Which.Should().Match<Violation>(violation =>
            violation.Rule.Id == "contract-change" && violation.Place.File == "surface.approved.txt" && violation.Place.Line > 1 && violation.What.Contains("MissingMethodException"));
        FluentActions.Invoking(() => Update(solution)).Should().Throw<CheckFailedException>().WithMessage("*--breaking*Nothing was written*");
        Update(solution, "nobody calls it");

        Violations(solution).Should().BeEmpty();
        ApprovedSurfaces.Compare(solution).Texts.Single().Breaks.Should().Equal("2026-01-31 nobody calls it");
    }

    [Test]
    public void An_addition_passes_and_CI_approves_nothing()
    {
        Update(Solution("public class A;"));
        var solution = Solution("public class A; public class B;");

        Violations(solution).Should().BeEmpty();
        ApprovedSurfaces.Compare(solution).Texts.Single().Additions.Should().ContainSingle();
        FluentActions.Invoking(() => ApprovedContracts.Update(solution, ApprovedSurfaces.Compare(solution), null, Today, isCi: true)).Should().Throw<CheckFailedException>();
    }

    [Test]
    public void A_contract_that_is_not_built_is_not_checked()
    {
        var texts = ApprovedSurfaces.Compare(Solution(null));

        texts.Texts.Should().BeEmpty();
        texts.NotChecked.Should().ContainSingle().Which.ToString().Should().Contain("not checked").And.Contain("not built");
    }

    private static IReadOnlyList<string> Update(SolutionUnderCheck solution, string? reason = null) =>
        ApprovedContracts.Update(solution, ApprovedSurfaces.Compare(solution), reason, Today, isCi: false);

    private static List<Violation> Violations(SolutionUnderCheck solution) =>
        [.. CompatibilityRules.Find(new Facts(solution, [], [], [], [], []) { Approved = ApprovedSurfaces.Compare(solution) })];

    private SolutionUnderCheck Solution(string? code)
    {
        var assembly = code is null ? null : Compiled.Assembly(Directory.CreateDirectory(Path.Combine(folder, Path.GetRandomFileName())).FullName, "N", code);
        var project = new Project("N", Path.Combine(folder, "N.csproj"), ProjectRole.Contracts, new MapModule("n"), [], [], assembly);
        return new(folder, Path.Combine(folder, "modules.json"), new([new MapModule("n")]), [project]);
    }
}
