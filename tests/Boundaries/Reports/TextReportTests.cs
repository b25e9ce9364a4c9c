using MyThoughts.BoundaryCheck.History;
using MyThoughts.BoundaryCheck.Reports;

namespace MyThoughts.Boundaries.Tests.Reports;

/// <summary>What a developer reads in the terminal.</summary>
internal sealed class TextReportTests
{
    [Test]
    public void A_new_violation_comes_with_its_place_its_reason_and_what_to_do_instead() =>
        TextReport.Write(Shop.Broken).Should().Be("""
            Modules/Stock/Module/Peek.cs(3): [module-references] stock uses Secret<script>alert(1)</script> of orders
                A module that reaches into another can't leave without it.
                Instead: Call its contract, or follow its feed.
            baseline: [module-references] Shop.Billing.Old -> Shop.Orders.Older is listed and no longer there. Remove it with --prune
            not checked: grants and foreign keys: no database; start one, or name it with --database
            boundaries: 3 modules, 3 rules, 1 new violation, 1 known, 1 listed violation no longer there; 1 rule not checked (no database)

            """.ReplaceLineEndings("\n"));

    [Test]
    public void All_well_is_one_line() => TextReport.Write(Shop.Clean).Should().Be("boundaries: 3 modules, 3 rules, 0 new violations, 0 known\n");

    [Test]
    public void What_is_no_rule_and_was_not_checked_is_in_the_sum_too() =>
        TextReport.Write(Shop.Clean with { History = ChangeHistory.None("there is no git on the PATH") }).Should().Be("""
            not checked: coupling over time, contract churn and growth of the chassis: there is no git on the PATH
            boundaries: 3 modules, 3 rules, 0 new violations, 0 known; coupling over time, contract churn and growth of the chassis not checked (there is no git on the PATH)

            """.ReplaceLineEndings("\n"));

    [Test]
    public void A_name_with_control_characters_can_not_rewrite_the_terminal() =>
        TextReport.Write(Shop.Clean with { New = [Shop.Peek with { What = "bad\r\n\u001b[2Jname" }] }).Should().Contain("] bad   [2Jname\n");
}
