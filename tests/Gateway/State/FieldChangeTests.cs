using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Tests.State;

internal sealed class FieldChangeTests
{
    [Test]
    public void The_first_state_is_new_in_every_field() => FieldChange.Between(null, States.Usual).Should()
        .Contain(new FieldChange("routes.search.weight", null, "25%"))
        .And.Contain(new FieldChange("clusters.search.destinations.1", null, "http://127.0.0.1:7003 ready"))
        .And.OnlyContain(change => change.From == null);

    [Test]
    public void The_same_state_differs_in_nothing() => FieldChange.Between(States.Usual, States.Usual).Should().BeEmpty();

    [Test]
    public void Each_field_is_told_with_what_it_was_and_is() => FieldChange.Between(States.Usual, States.WithRoute(route => new(
        "search", ["/find"], "thoughts", new(0), new(Mode.Drain, States.Noon), new(Mode.Maint)))).Should().BeEquivalentTo(new FieldChange[]
        {
            new("routes.search.weight", "25%", "0%"), new("routes.search.monolith", "ready", "drain"), new("routes.search.service", "ready", "maint"),
            new("routes.search.paths", "/search /api/search", "/find"), new("routes.search.cluster", "search", "thoughts"),
        });

    [Test]
    public void What_is_gone_is_told_too() =>
        FieldChange.Between(States.Usual, States.Usual with { Clusters = [.. States.Usual.Clusters.Take(2)], Routes = [States.Usual.Routes[0]] }).Should()
            .Contain(new FieldChange("clusters.thoughts.destinations.1", "http://127.0.0.1:7002 ready", null)).And.OnlyContain(change => change.To == null);
}
