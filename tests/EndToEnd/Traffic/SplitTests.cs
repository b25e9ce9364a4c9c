using System.Globalization;
using MyThoughts.EndToEnd.Tests.Visiting;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;

namespace MyThoughts.EndToEnd.Tests.Traffic;

[Category(Claim.Category), Category("split")]
internal sealed class SplitTests
{
    private static readonly int Visitors = Claim.Size(2_000, 10_000);
    // A smaller sample of the same ids strays a little further.
    private static readonly double Tolerance = Claim.Size(2.0, 1.0);

    [Test]
    public async Task A_weight_moves_its_share_of_visitors_raising_it_only_adds_some_and_lowering_it_only_removes_them()
    {
        var gateway = await TheSystem.Running.StartGatewayAsync(25);

        var at25 = await OnTheServiceAsync(gateway.Host);
        await gateway.SetWeightAsync("search", 50);
        var at50 = await OnTheServiceAsync(gateway.Host);
        await gateway.SetWeightAsync("search", 25);
        var at25Again = await OnTheServiceAsync(gateway.Host);

        Share(at25).Should().BeApproximately(25, Tolerance);
        at50.Count.Should().BeGreaterThan(at25.Count);
        at25.Except(at50).Should().BeEmpty("nobody leaves the service when its weight is raised");
        at25Again.Should().BeEquivalentTo(at25, "the same weight means the same visitors");
        Claim.Holds("With weight 25 a quarter of fixed visitors is on the service", $"{Share(at25):0.00}% of {Visitors}");
        Claim.Holds("Raised to 50 none of them leaves it, back at 25 it is exactly the first set", $"{Share(at50):0.00}%, {at25.Except(at50).Count()} left, {at25Again.Count} back");
    }

    private static double Share(HashSet<int> visitors) => 100.0 * visitors.Count / Visitors;

    private static async Task<HashSet<int>> OnTheServiceAsync(HostProcess gateway)
    {
        var sides = new string?[Visitors];
        await Parallel.ForAsync(0, Visitors, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
            // Refused before the database is asked: who answers is all that matters here.
            sides[number] = (await FixedVisitor(gateway, number).GetAsync("/api/search/?limit=-1")).ServedBy);
        sides.Should().OnlyContain(side => side == "monolith" || side == "service:search");
        return [.. Enumerable.Range(0, Visitors).Where(number => sides[number] == "service:search")];
    }

    private static Visitor FixedVisitor(HostProcess gateway, int number)
    {
        var visitor = new Visitor(_ => gateway.Addresses.Public);
        visitor.SetCookie("visitor", string.Create(CultureInfo.InvariantCulture, $"01900000-0000-7000-8000-{number:x12}"));
        return visitor;
    }
}
