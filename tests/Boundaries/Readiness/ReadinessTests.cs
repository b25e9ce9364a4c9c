using MyThoughts.BoundaryCheck;
using MyThoughts.BoundaryCheck.History;
using MyThoughts.BoundaryCheck.Readiness;
using MyThoughts.Boundaries.Tests.Reports;

namespace MyThoughts.Boundaries.Tests.Readiness;

/// <summary>How far a module is from a process of its own is a sum that anyone can add up again.</summary>
internal sealed class ReadinessTests
{
    [Test]
    public void A_call_counts_once_for_each_member_with_every_place_and_data_and_tests_count_for_nothing()
    {
        var calls = Of(Shop.Clean, "billing")["calls"];
        calls.Evidence.Select(one => one.What).Should().Equal("orders: IOrders.CancelAsync", "orders: IOrders.FindAsync");
        calls.Evidence[1].Places.Select(place => place.ToString()).Should().Equal("Modules/Billing/Module/Charge.cs(10)", "Modules/Billing/Module/Charge.cs(20)");
        calls.Points.Should().Be(6);
    }

    [Test]
    public void Whoever_is_called_is_held_too() =>
        Of(Shop.Clean, "orders")["calledBy"].Evidence.Select(one => one.What).Should().Equal("IOrders.CancelAsync, by billing", "IOrders.FindAsync, by billing");

    [Test]
    public void Only_the_assembly_may_have_seen_a_call()
    {
        var facts = Shop.Facts with { References = [.. Shop.Facts.References.Where(use => use.Witness == BoundaryCheck.Evidence.Witness.Assembly)] };
        Of(Shop.Clean with { Facts = facts }, "billing")["calls"].Count.Should().Be(1);
    }

    [Test]
    public void Feeds_paths_and_missing_projects_come_from_the_map_and_the_projects()
    {
        Of(Shop.Clean, "billing")["follows"].Count.Should().Be(1);
        Of(Shop.Clean, "orders")["followers"].Evidence.Single().What.Should().Be("billing");
        Of(Shop.Clean, "orders")["missing"].Evidence.Select(one => one.What).Should().Equal("a service host");
        Of(Shop.Clean, "stock")["missing"].Evidence.Select(one => one.What).Should().Equal("a contracts project", "a service host");
        var paths = Of(Shop.Clean, "orders")["paths"];
        paths.Evidence.Select(one => (one.What, one.Places.Count)).Should().Equal(("/orders", 0), ("/api/orders", 1));
        paths.Points.Should().Be(0, "the gateway moves them");
    }

    [Test]
    public void Tables_and_views_are_those_that_its_files_create_and_do_not_drop() =>
        OwnedTables.Of(Shop.Facts, "orders").Select(table => $"{table.Name} {table.Place}").Should().Equal(
            "orders.line Modules/Orders/Module/Schema/0001.sql(3)", "orders.open Modules/Orders/Module/Schema/0002.sql(2)", "orders.order Modules/Orders/Module/Schema/0001.sql(2)");

    [Test]
    public void A_setting_that_another_spells_out_too_is_shared_and_one_of_its_own_is_not()
    {
        Of(Shop.Clean, "orders")["configuration"].Evidence.Should().ContainSingle().Which.What.Should().Be("Mail:From, with billing");
        SharedConfiguration.Of(Shop.Facts, "billing").Select(key => $"{key.Key.ToUpperInvariant()} {string.Join(' ', key.Others)} {key.Place}").Should().BeEquivalentTo(
            "MAIL:FROM orders Modules/Billing/Module/Settings.cs(8)", "DRAIN Shop.Web Modules/Billing/Service/appsettings.json");
    }

    [Test]
    public void A_violation_holds_both_its_module_and_the_one_it_reaches_into()
    {
        Of(Shop.Broken, "stock")["newViolations"].Points.Should().Be(10);
        Of(Shop.Broken, "orders")["newViolations"].Evidence.Single().Places.Single().ToString().Should().Be("Modules/Stock/Module/Peek.cs(3)");
        Of(Shop.Broken, "billing")["knownViolations"].Points.Should().Be(5);
        Of(Shop.Broken, "billing")["newViolations"].Count.Should().Be(0);
    }

    [Test]
    public void History_adds_the_churn_of_contracts_and_coupling_that_no_code_explains()
    {
        Of(Shop.Broken, "orders")["churn"].Points.Should().Be(8, "24 commits in three months");
        var noEdge = Shop.Broken with { Facts = Shop.Clean.Facts };
        Of(noEdge, "stock")["hiddenCoupling"].Evidence.Single().What.Should().Be("orders: 16 commits changed both");
        Of(Shop.Broken, "stock")["hiddenCoupling"].Count.Should().Be(0, "the code says why, if unlawfully");
        Of(noEdge, "stock").Next.Should().Contain("Find out what stock and orders share that no code says: they change together.");
    }

    [Test]
    public void Metrics_add_members_that_are_called_all_the_time_or_are_slow()
    {
        var orders = Of(Shop.Broken, "orders");
        orders["chatty"].Evidence.Single().What.Should().Be("FindAsync, in_process: 1200 calls, 3 failed, mean 0.4 ms");
        orders["slow"].Count.Should().Be(2, "one failed, the other took over 10 s");
    }

    [Test]
    public void Without_history_and_metrics_their_factors_are_not_zero_but_absent() =>
        Of(Shop.Clean, "orders").Factors.Select(factor => factor.Id).Should().NotContain("churn").And.NotContain("hiddenCoupling").And.NotContain("chatty").And.NotContain("slow");

    [Test]
    public void The_sum_is_the_sum_of_the_factors()
    {
        foreach (var module in ReadinessReport.Of(Shop.Broken).Modules) module.Points.Should().Be(module.Factors.Sum(factor => factor.Count * factor.Each));
    }

    [Test]
    public void The_module_with_the_fewest_points_goes_first_and_the_advice_says_why()
    {
        var report = ReadinessReport.Of(Shop.Clean);
        report.Modules.Select(module => (module.Module.Name, module.Points)).Should().Equal(("billing", 9), ("stock", 10), ("orders", 14));
        report.Advice.Should().Be("Extract billing first: it is 9 points away, stock comes next with 10. Nobody calls it, it calls 2 members of others.");
        ReadinessReport.Of(Shop.Broken).Advice.Should().EndWith("Remove its violation before.");
    }

    [Test]
    public void The_next_steps_name_the_neighbour_the_members_the_schema_and_the_paths_in_an_order_to_work_by()
    {
        Of(Shop.Broken, "billing").Next.Should().Equal(
            "Remove the violation Shop.Billing.Report.Sql -> orders.line in Modules/Billing/Module/Report.cs. Ask the owner's contract.",
            "Make its 2 synchronous calls to orders (IOrders.CancelAsync, IOrders.FindAsync) survive orders being away.",
            "Give it settings of its own: drain, with Shop.Web; Mail:From, with orders.",
            "Send /bills to its service step by step, and watch both sides.");
        Of(Shop.Clean, "orders").Next.Should().Contain("Give it its own database: the schema orders with its 3 tables and views moves as a whole.")
            .And.Contain("Tell the callers of IOrders.CancelAsync, IOrders.FindAsync that the call will cross a network: a time limit, and an answer for when orders is away.");
    }

    [Test]
    public void The_chassis_is_counted_and_said_to_grow_when_it_does()
    {
        var chassis = ChassisReport.Of(Shop.Broken)!;
        (chassis.Files, chassis.Lines, chassis.PublicTypes).Should().Be((1, 110, 1));
        chassis.FanIn.Should().Equal(("orders", 2), ("billing", 1));
        chassis.Growth.Select(month => (month.Month.ToString(), month.Lines, month.Commits)).Should().Equal(("2026-01", 110, 8), ("2026-02", 110, 0), ("2026-03", 110, 0));
        chassis.Warning.Should().BeNull("it grew in January and not since");

        CountedCommit Grow(int month, int lines) => new($"{month}", new(2026, month), new HashSet<Unit> { new(UnitKind.Chassis) }, new(lines, 0));
        ChassisReport.Of(Shop.Broken with { History = new([Grow(3, 10), Grow(2, 5), Grow(1, 90)], 0, 0, []) })!.Warning
            .Should().Be("The chassis grows: 110 lines, 16% more than at the end of 2026-01. What only one module needs belongs into that module.");
        ChassisReport.Of(Shop.Clean)!.Warning.Should().BeNull("nobody can tell without a history");
    }

    private static ModuleReadiness Of(CheckResult result, string module) => ReadinessReport.Of(result).Modules.Single(ready => ready.Module.Name == module);
}
