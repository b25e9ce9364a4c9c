using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway.Tests.Traffic;

internal sealed class SplitDecisionTests
{
    [TestCase(2_499, true, true, nameof(Side.Service), nameof(Reason.Weight))]
    [TestCase(2_500, true, true, nameof(Side.Monolith), nameof(Reason.Weight))]
    [TestCase(2_499, true, false, nameof(Side.Monolith), nameof(Reason.Unhealthy))]
    [TestCase(2_500, false, true, nameof(Side.Service), nameof(Reason.Unhealthy))]
    [TestCase(2_499, false, false, nameof(Side.Service), nameof(Reason.Unready))]
    [TestCase(2_500, false, false, nameof(Side.Monolith), nameof(Reason.Unready))]
    public void The_weight_decides_among_sides_that_are_ready(int bucket, bool monolithReady, bool serviceReady, string side, string reason) =>
        SplitDecision.Of(bucket, new Weight(2_500), monolithReady, serviceReady)
            .Should().Be(new SplitDecision(Enum.Parse<Side>(side), Enum.Parse<Reason>(reason)));

    [TestCase(0, 0, nameof(Side.Monolith)), TestCase(9_999, 10_000, nameof(Side.Service))]
    public void The_ends_of_the_scale_mean_nobody_and_everybody(int bucket, int weight, string side) =>
        SplitDecision.Of(bucket, new Weight(weight), monolithReady: true, serviceReady: true).Side.Should().Be(Enum.Parse<Side>(side));
}
