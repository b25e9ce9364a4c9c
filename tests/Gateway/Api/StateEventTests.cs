using MyThoughts.Gateway.Api;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Tests.Api;

internal sealed class StateEventTests
{
    private static readonly DateTime At = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    [Test]
    public void Who_begins_to_listen_is_told_the_version_and_no_change() =>
        LiveEvents.StateSince(told: null, Revision(3, 25))!.Should().BeEquivalentTo(new { Version = 3, Changes = Array.Empty<FieldChange>() });

    [Test]
    public void Nothing_is_told_twice() => LiveEvents.StateSince(Revision(3, 25), Revision(3, 25)).Should().BeNull();

    [Test]
    public void A_slow_listener_is_told_the_difference_from_what_it_knows() =>
        LiveEvents.StateSince(Revision(3, 25), Revision(7, 60))!.Changes.Should().Equal(new FieldChange("routes.search.weight", "25%", "60%"));

    [Test]
    public void A_database_that_was_put_back_is_told_although_its_version_is_lower() =>
        LiveEvents.StateSince(Revision(7, 60), Revision(3, 25))!.Version.Should().Be(3);

    private static Revision Revision(long version, int percent) => new(
        version, new([new("search", ["/search"], "search", new(percent * 100), ModeState.Ready, ModeState.Ready)], []), At, "ada", null, null, []);
}
