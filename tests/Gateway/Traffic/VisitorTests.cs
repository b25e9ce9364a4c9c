using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway.Tests.Traffic;

internal sealed class VisitorTests
{
    private static readonly DateTimeOffset Drain = new(2026, 6, 1, 12, 0, 0, 250, TimeSpan.Zero);

    [TestCase(-1, false), TestCase(0, true), TestCase(1, true), TestCase(86_400_000, true), TestCase(-86_400_000, false)]
    public void An_id_born_after_a_drain_began_is_a_newcomers(int milliseconds, bool isNewcomer) =>
        Visitor.OfCookie(Guid.CreateVersion7(Drain.AddMilliseconds(milliseconds)).ToString()).IsNewcomer(Drain).Should().Be(isNewcomer);

    [Test]
    public void A_token_says_nothing_of_when_its_user_came_and_counts_as_old() => new Visitor(VisitorKind.Token).IsNewcomer(Drain).Should().BeFalse();

    [Test]
    public void Without_an_id_they_come_just_now() => new Visitor(VisitorKind.Minted).IsNewcomer(Drain).Should().BeTrue();

    [Test]
    public void Without_a_drain_nobody_is_a_newcomer() =>
        new[] { new Visitor(VisitorKind.Minted), Visitor.OfCookie(Guid.CreateVersion7().ToString()) }.Should().OnlyContain(visitor => !visitor.IsNewcomer(null));

    [TestCase("ffffffff-ffff-7fff-bfff-ffffffffffff"), TestCase("00000000-0000-7000-8000-000000000000")]
    public void An_id_of_another_age_of_the_world_is_read_too(string id) => FluentActions.Invoking(() => Visitor.OfCookie(id).IsNewcomer(Drain)).Should().NotThrow();
}
