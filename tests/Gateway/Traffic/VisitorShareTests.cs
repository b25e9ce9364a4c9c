using MyThoughts.Gateway.State;
using MyThoughts.Gateway.Traffic;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.Traffic;

/// <summary>What the split promises of 100,000 fixed visitors, at full size every day: it is a function. That the gateway keeps it is in SessionTests.</summary>
[Category(Claim.Category), Category("visitors")]
[Parallelizable]
internal sealed class VisitorShareTests
{
    private const int Visitors = 100_000;
    private static readonly SideView Open = new(IsPermitted: true, IsReady: true, IsClosedToThem: false);

    [TestCase("search"), TestCase("thoughts"), TestCase("users")]
    public void The_share_is_within_three_tenths_at_10_percent_and_one_tenth_at_1(string route)
    {
        var buckets = Buckets(route);
        var (ten, one) = (Share(buckets, 1_000), Share(buckets, 100));
        ten.Should().BeApproximately(10, 0.3);
        one.Should().BeApproximately(1, 0.1);
        Claim.Holds($"Share of {Visitors} fixed visitors of {route} at 10% and at 1%", $"{ten:0.000}% and {one:0.000}%");
    }

    [Test]
    public void A_sweep_from_0_to_100_and_back_moves_nobody_against_its_direction()
    {
        var buckets = Buckets("search");
        var isOnService = new bool[Visitors];
        var (against, moves) = (0, 0);
        foreach (var (weight, rises) in Enumerable.Range(1, 1_000).Select(step => (step * 10, true)).Concat(Enumerable.Range(1, 1_000).Select(step => (Weight.All - step * 10, false))))
        {
            for (var visitor = 0; visitor < Visitors; visitor++)
            {
                var isNow = SplitDecision.Of(buckets[visitor], new Weight(weight), Weight.All, forced: null, Open, Open).Side == Side.Service;
                if (isNow == isOnService[visitor]) continue;
                moves++;
                if (isNow != rises) against++;
                isOnService[visitor] = isNow;
            }
        }
        against.Should().Be(0);
        moves.Should().Be(2 * Visitors, "everybody came once and left once");
        Claim.Holds($"A sweep of {Visitors} visitors from 0 to 100 to 0 in steps of 0.1", $"{moves} moves, {against} against its direction");
    }

    private static double Share(int[] buckets, int weight) => 100.0 * buckets.Count(bucket => bucket < weight) / buckets.Length;

    private static int[] Buckets(string route) => [.. Enumerable.Range(0, Visitors).Select(n => VisitorBucket.Of(FixedVisitors.Id(n), route))];
}
