using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.History;
using MyThoughts.Boundaries.Tests.Reports;

namespace MyThoughts.Boundaries.Tests.History;

/// <summary>What a history says of modules, and when it is too short to say anything.</summary>
internal sealed class ChangeHistoryTests
{
    [Test]
    public void One_month_shows_no_trend_and_says_so() =>
        new ChangeHistory([Commit("a", 2026, 3, "orders"), Commit("b", 2026, 3, "orders")], 0, 0, []).NoTrend
            .Should().Be("Too little history for a trend: all 2 counted commits are of 2026-03, and it takes 2 calendar months.");

    [Test]
    public void No_commit_shows_no_trend_and_says_so() =>
        new ChangeHistory([], 0, 0, []).NoTrend.Should().Be("Too little history for a trend: no commit has changed a module yet.");

    [Test]
    public void Nineteen_commits_show_no_coupling_and_say_so()
    {
        var history = new ChangeHistory(Commits(19, "orders", "billing"), 0, 0, []);
        history.NoCoupling.Should().Be("Too little history for coupling: 19 counted commits, and it takes 20.");
        ModuleCoupling.Of(history, Shop.Facts).Should().BeEmpty();
    }

    [Test]
    public void Months_without_a_commit_are_months_too()
    {
        var history = new ChangeHistory([Commit("a", 2026, 2, "orders"), Commit("b", 2025, 11, "orders"), Commit("c", 2025, 11, "billing")], 0, 0, []);
        history.NoTrend.Should().BeNull();
        history.Months.Select(month => month.ToString()).Should().Equal("2025-11", "2025-12", "2026-01", "2026-02");
        history.ByMonth(commit => commit.Modules.Contains("orders")).Should().Equal(1, 0, 0, 1);
    }

    [Test]
    public void Contract_churn_is_an_average_over_all_months()
    {
        CountedCommit Contract(string id, int month) => new(id, new(2026, month), new HashSet<Unit> { new(UnitKind.Contracts, "orders") }, Lines.None);
        new ChangeHistory([Contract("a", 4), Contract("b", 1), Contract("c", 1)], 0, 0, []).ContractChangesPerMonth("orders").Should().Be(0.75);
    }

    [Test]
    public void Modules_that_change_together_are_told_with_the_share_of_either_and_whether_the_code_says_why()
    {
        var history = new ChangeHistory([.. Commits(6, "orders", "stock"), .. Commits(4, "orders"), .. Commits(10, "billing", "orders")], 0, 0, []);
        var pairs = ModuleCoupling.Of(history, Shop.Clean.Facts);
        pairs.Should().Equal(new ModuleCoupling("billing", "orders", 10, 10, 20, HasEdge: true), new ModuleCoupling("orders", "stock", 6, 20, 6, HasEdge: false));
        (pairs[1].ShareOfOne, pairs[1].ShareOfOther).Should().Be((0.3, 1.0));
        pairs.Select(pair => pair.IsHidden).Should().Equal(false, true);
    }

    [Test]
    public void A_violation_of_the_code_is_an_edge_as_well_as_a_lawful_use()
    {
        var history = new ChangeHistory(Commits(20, "orders", "stock"), 0, 0, []);
        Facts facts = Shop.Facts with { References = [new(Shop.Stock, "Stock.Peek", Shop.Orders, "Orders.Secret", "Orders.Secret", new("Modules/Stock/Module/Peek.cs", 1), Witness.Assembly)] };
        ModuleCoupling.Of(history, facts).Single().HasEdge.Should().BeTrue();
    }

    private static CountedCommit Commit(string id, int year, int month, params string[] modules) =>
        new(id, new(year, month), modules.Select(module => new Unit(UnitKind.Module, module)).ToHashSet(), Lines.None);

    private static CountedCommit[] Commits(int count, params string[] modules) =>
        [.. Enumerable.Range(0, count).Select(number => Commit($"{string.Join('-', modules)}-{number}", 2026, 3, modules))];
}
