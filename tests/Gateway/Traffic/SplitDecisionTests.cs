using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway.Tests.Traffic;

internal sealed class SplitDecisionTests
{
    private static readonly SideView Open = new(IsPermitted: true, IsReady: true, IsClosedToThem: false);
    private static readonly SideView Sick = Open with { IsReady = false };
    private static readonly SideView Draining = Open with { IsClosedToThem = true };
    private static readonly SideView Maint = Open with { IsPermitted = false };
    private static readonly Dictionary<string, SideView> Views = new() { ["open"] = Open, ["sick"] = Sick, ["drain"] = Draining, ["drain and sick"] = Draining with { IsReady = false }, ["maint"] = Maint };

    [TestCase(2_499, "open", "open", nameof(Side.Service), nameof(Reason.Weight))]
    [TestCase(2_500, "open", "open", nameof(Side.Monolith), nameof(Reason.Weight))]
    [TestCase(2_499, "open", "sick", nameof(Side.Monolith), nameof(Reason.Unhealthy))]
    [TestCase(2_500, "sick", "open", nameof(Side.Service), nameof(Reason.Unhealthy))]
    [TestCase(2_499, "sick", "sick", nameof(Side.Service), nameof(Reason.Unready))]
    [TestCase(2_500, "sick", "sick", nameof(Side.Monolith), nameof(Reason.Unready))]
    public void The_weight_decides_among_sides_that_are_ready(int bucket, string monolith, string service, string side, string reason) =>
        Decide(bucket, monolith, service).Should().Be(Decision(side, reason));

    [TestCase(2_499, "open", "drain", nameof(Side.Monolith), nameof(Reason.Drain))]
    [TestCase(2_500, "drain", "open", nameof(Side.Service), nameof(Reason.Drain))]
    [TestCase(2_499, "sick", "drain", nameof(Side.Service), nameof(Reason.Weight))]
    [TestCase(2_499, "maint", "drain", nameof(Side.Service), nameof(Reason.Weight))]
    [TestCase(2_499, "drain", "drain", nameof(Side.Service), nameof(Reason.Weight))]
    [TestCase(2_499, "open", "drain and sick", nameof(Side.Monolith), nameof(Reason.Drain))]
    [TestCase(2_499, "drain", "sick", nameof(Side.Monolith), nameof(Reason.Unhealthy))]
    public void Newcomers_go_elsewhere_while_a_side_drains_unless_there_is_nowhere_else(int bucket, string monolith, string service, string side, string reason) =>
        Decide(bucket, monolith, service).Should().Be(Decision(side, reason));

    [TestCase(2_499, "open", "maint", nameof(Side.Monolith), nameof(Reason.Maint))]
    [TestCase(2_500, "maint", "open", nameof(Side.Service), nameof(Reason.Maint))]
    [TestCase(2_500, "maint", "sick", nameof(Side.Service), nameof(Reason.Maint))]
    [TestCase(2_499, "maint", "sick", nameof(Side.Service), nameof(Reason.Unready))]
    [TestCase(2_499, "maint", "maint", nameof(Side.Service), nameof(Reason.Closed))]
    public void A_side_in_maint_gets_nobody_whatever_happens_to_the_other(int bucket, string monolith, string service, string side, string reason) =>
        Decide(bucket, monolith, service).Should().Be(Decision(side, reason));

    [TestCase(0, 0, "open", nameof(Side.Monolith), nameof(Reason.Easing))]
    [TestCase(1_249, 5_000, "open", nameof(Side.Service), nameof(Reason.Weight))]
    [TestCase(1_250, 5_000, "open", nameof(Side.Monolith), nameof(Reason.Easing))]
    [TestCase(2_499, 5_000, "sick", nameof(Side.Service), nameof(Reason.Weight))]
    [TestCase(2_499, 5_000, "maint", nameof(Side.Service), nameof(Reason.Weight))]
    [TestCase(2_500, 5_000, "open", nameof(Side.Monolith), nameof(Reason.Weight))]
    public void A_service_that_came_back_gets_its_visitors_bucket_by_bucket_where_the_monolith_takes_the_others(
        int bucket, int share, string monolith, string side, string reason) =>
        SplitDecision.Of(bucket, new Weight(2_500), share, forced: null, Views[monolith], Open).Should().Be(Decision(side, reason));

    [TestCase("open", nameof(Side.Service), nameof(Reason.Forced))]
    [TestCase("drain", nameof(Side.Service), nameof(Reason.Forced))]
    [TestCase("sick", nameof(Side.Monolith), nameof(Reason.Weight))]
    [TestCase("maint", nameof(Side.Monolith), nameof(Reason.Weight))]
    public void A_side_can_be_demanded_where_it_can_answer(string service, string side, string reason) =>
        SplitDecision.Of(9_999, new Weight(0), Weight.All, Side.Service, Open, Views[service]).Should().Be(Decision(side, reason));

    [TestCase(0, 0, nameof(Side.Monolith)), TestCase(9_999, 10_000, nameof(Side.Service))]
    public void The_ends_of_the_scale_mean_nobody_and_everybody(int bucket, int weight, string side) =>
        SplitDecision.Of(bucket, new Weight(weight), Weight.All, forced: null, Open, Open).Side.Should().Be(Enum.Parse<Side>(side));

    private static SplitDecision Decide(int bucket, string monolith, string service) =>
        SplitDecision.Of(bucket, new Weight(2_500), Weight.All, forced: null, Views[monolith], Views[service]);

    private static SplitDecision Decision(string side, string reason) => new(Enum.Parse<Side>(side), Enum.Parse<Reason>(reason));
}
