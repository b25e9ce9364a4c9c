using MyThoughts.BoundaryCheck;
using MyThoughts.BoundaryCheck.Reports;
using MyThoughts.BoundaryCheck.Rules;

namespace MyThoughts.Boundaries.Tests.Violations;

/// <summary>A solution full of violations and of what only looks like one: each is found with its file and line, and nothing else is.</summary>
internal sealed class PlantedViolationTests
{
    private PlantedSolution solution = null!;
    private CheckResult result = null!;

    private IEnumerable<string> Found => result.New.Select(violation => $"{violation.Place} {violation.Rule.Id}").Distinct();

    [OneTimeSetUp]
    public async Task Build()
    {
        solution = await PlantedSolution.SharedAsync();
        result = await solution.CheckAsync();
    }

    [Test]
    public void Every_violation_is_found_on_its_line() => solution.Marked("planted").Except(Found).Should().BeEmpty();

    [Test]
    public void Nothing_lawful_is_found() => Found.Except(solution.Marked("planted")).Should().BeEmpty();

    [Test]
    public void Of_more_than_a_hundred_two_can_not_be_seen_before_they_run()
    {
        solution.Marked("planted").Should().HaveCountGreaterThan(100);
        solution.Marked("missed").Should().HaveCount(2).And.NotIntersectWith(Found);
    }

    [Test]
    public void The_lawful_look_alikes_are_at_least_twenty() =>
        File.ReadAllLines(Path.Combine(solution.Root, "Modules/Orders/Module/Lawful/LookAlikes.cs")).Count(line => line.Contains("=>", StringComparison.Ordinal) || line.Contains("= new", StringComparison.Ordinal))
            .Should().BeGreaterThanOrEqualTo(20);

    [TestCase("orders", "catalog"), TestCase("billing", "orders"), TestCase("Acme.Gateway", "catalog")]
    public void A_reader_of_the_report_sees_which_arrows_are_not_allowed(string from, string to)
    {
        var report = BoundaryReport.Of(result);
        report.Edges.Single(edge => edge.From == from && edge.To == to).IsAllowed.Should().BeFalse();
        HtmlReport.Write(result, DateTimeOffset.UnixEpoch).Should().Contain($"{from} uses {to} at ").And.Contain("which the map does not allow");
        report.Hosts.Single(host => host.Host.Name == "Acme.Gateway").Modules.Should().BeEmpty();
    }

    [Test]
    public void Everything_was_checked() => result.Facts.NotChecked.Where(gap => gap.Rules.Any(Planted)).Should().BeEmpty();

    [TestCaseSource(nameof(Rules))]
    public void Every_rule_can_fail(string rule) => result.New.Should().Contain(violation => violation.Rule.Id == rule);

    [TestCaseSource(nameof(Rules))]
    public void Every_rule_says_why_it_is_there_and_what_to_do_instead(string rule)
    {
        var violation = result.New.First(violation => violation.Rule.Id == rule);
        violation.What.Should().NotBeEmpty();
        violation.Rule.Reason.Should().EndWith(".");
        violation.Rule.Instead.Should().EndWith(".");
    }

    // Rules of the catalog and of contracts need a database and an earlier version; they have tests of their own.
    private static IEnumerable<string> Rules() => RuleSet.All.SelectMany(set => set.Rules).Select(rule => rule.Id).Where(Planted);

    private static bool Planted(string rule) =>
        !rule.StartsWith("catalog-", StringComparison.Ordinal) && !rule.StartsWith("contract-", StringComparison.Ordinal) && !rule.StartsWith("openapi-", StringComparison.Ordinal)
        || rule == "contract-reference";
}
