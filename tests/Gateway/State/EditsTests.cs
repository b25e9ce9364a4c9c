using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Tests.State;

internal sealed class EditsTests
{
    private static readonly DateTimeOffset Later = States.Noon.AddHours(1);

    [Test]
    public void A_weight_changes_one_route_and_nothing_else()
    {
        var next = Edits.SetWeight(States.Usual, "search", 12.34m).Next!;
        FieldChange.Between(States.Usual, next).Should().Equal(new FieldChange("routes.search.weight", "25%", "12.34%"));
    }

    [TestCase(-1), TestCase(100.01), TestCase(0.001)]
    public void A_weight_outside_the_scale_is_refused(double percent) =>
        Edits.SetWeight(States.Usual, "search", (decimal)percent).Problems.Should().Equal(new Problem("routes.search.weight", Weight.Wanted));

    [Test]
    public void What_does_not_exist_is_refused_with_the_names_that_do()
    {
        Edits.SetWeight(States.Usual, "serach", 1).Problems.Single().Message.Should().Be("There is no route 'serach'. The routes are search, thoughts.");
        Edits.SetMode(States.Usual, "serach", Side.Service, Mode.Maint, Later).Problems.Single().Place.Should().Be("routes.serach");
        Edits.PutDestination(States.Usual, "serach", "1", "http://a").Problems.Single().Message.Should().EndWith("The clusters are monolith, search, thoughts.");
        Edits.RemoveDestination(States.Usual, "search", "9").Problems.Single().Message.Should().EndWith("Those of search are 1.");
        Edits.RemoveDestination(States.Usual, "serach", "1").Problems.Single().Place.Should().Be("clusters.serach");
        Edits.SetDestinationMode(States.Usual, "search", "9", Mode.Drain, Later).Problems.Single().Place.Should().Be("clusters.search.destinations.9");
        Edits.SetDestinationMode(States.Usual, "serach", "1", Mode.Drain, Later).Problems.Single().Place.Should().Be("clusters.serach");
    }

    [Test]
    public void A_drain_keeps_the_start_it_has_and_a_new_one_has_another()
    {
        var draining = Edits.SetMode(States.Usual, "search", Side.Service, Mode.Drain, States.Noon).Next!;
        Edits.SetMode(draining, "search", Side.Service, Mode.Drain, Later).Next!.Route("search")!.Service.Since.Should().Be(States.Noon);
        var ready = Edits.SetMode(draining, "search", Side.Service, Mode.Ready, Later).Next!;
        ready.Route("search")!.Service.Should().Be(ModeState.Ready);
        Edits.SetMode(ready, "search", Side.Service, Mode.Drain, Later).Next!.Route("search")!.Service.Since.Should().Be(Later);
    }

    [Test]
    public void A_destination_is_added_moved_with_its_mode_and_removed()
    {
        var added = Edits.PutDestination(States.Usual, "search", "2", "http://10.0.0.5:80/").Next!;
        added.Cluster("search")!.Destination("2").Should().Be(new TrafficDestination("2", "http://10.0.0.5", ModeState.Ready));
        var drained = Edits.SetDestinationMode(added, "search", "2", Mode.Drain, States.Noon).Next!;
        var moved = Edits.PutDestination(drained, "search", "2", "http://10.0.0.6:7003").Next!;
        moved.Cluster("search")!.Destination("2").Should().Be(new TrafficDestination("2", "http://10.0.0.6:7003", new(Mode.Drain, States.Noon)));
        Edits.RemoveDestination(moved, "search", "2").Next.Should().BeEquivalentTo(States.Usual);
    }

    [Test]
    public void Bringing_back_a_drain_that_was_over_begins_it_anew_for_those_who_came_in_between()
    {
        var drained = Edits.SetDestinationMode(
            Edits.SetMode(States.Usual, "search", Side.Service, Mode.Drain, States.Noon).Next!, "search", "1", Mode.Drain, States.Noon).Next!;

        var again = Edits.Restore(States.Usual, drained, Later).Next!;
        again.Route("search")!.Service.Since.Should().Be(Later);
        again.Cluster("search")!.Destination("1")!.Mode.Since.Should().Be(Later);
        FieldChange.Between(drained, again).Should().BeEmpty();
        Edits.Restore(drained, drained, Later).Next.Should().BeEquivalentTo(drained, "a drain that goes on keeps its start");
        Edits.Restore(drained, States.Usual, Later).Next.Should().BeEquivalentTo(States.Usual);
    }
}
