using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway.Tests.Traffic;

internal sealed class VisitorBucketTests
{
    // The same ids in every run: the tests state facts, not probabilities.
    private static readonly IReadOnlyList<string> Visitors = [.. Enumerable.Range(0, 10_000).Select(FixedVisitors.Id)];

    [TestCase(0), TestCase(1), TestCase(10), TestCase(25), TestCase(50), TestCase(100)]
    public void The_share_of_visitors_on_the_service_matches_the_weight(int percentage) =>
        (OnService(percentage).Count / 100.0).Should().BeApproximately(percentage, 1);

    [Test]
    public void Raising_a_weight_only_adds_visitors_and_lowering_it_restores_the_first_set()
    {
        var at25 = OnService(25);
        var at50 = OnService(50);
        at50.Should().Contain(at25);
        at50.Should().HaveCountGreaterThan(at25.Count);
        OnService(25).Should().BeEquivalentTo(at25);
    }

    [Test]
    public void Buckets_are_filled_evenly()
    {
        var counts = new int[100];
        for (var n = 0; n < 100_000; n++) counts[VisitorBucket.Of($"visitor-{n}", "search") / 100]++;
        // Chi-squared with 99 degrees of freedom: above 149 once in a thousand.
        counts.Sum(count => (count - 1_000.0) * (count - 1_000.0) / 1_000.0).Should().BeLessThan(149);
    }

    [Test]
    public void Each_route_moves_other_visitors_first()
    {
        var onSearch = OnService(25);
        var both = Visitors.Count(visitor => onSearch.Contains(visitor) && VisitorBucket.Of(visitor, "thoughts") < 2_500);
        (both / 100.0).Should().BeApproximately(6.25, 1);
    }

    [TestCase("01890a5d-ac96-774b-bcce-b302099a8057", "search", 9_335), TestCase("bruce", "search", 3_855), TestCase("", "search", 2_242)]
    public void A_bucket_never_changes(string visitor, string route, int bucket) => VisitorBucket.Of(visitor, route).Should().Be(bucket);

    private static HashSet<string> OnService(int percentage) =>
        [.. Visitors.Where(visitor => VisitorBucket.Of(visitor, "search") < percentage * 100)];
}
