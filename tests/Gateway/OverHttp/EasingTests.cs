using MyThoughts.Gateway.Tests.Hosts;
using MyThoughts.Gateway.Tests.Traffic;
using MyThoughts.Gateway.Traffic;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.OverHttp;

[Parallelizable]
internal sealed class EasingTests
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);

    [Test]
    public async Task A_service_that_comes_back_gets_its_visitors_bucket_by_bucket_and_nobody_goes_back_and_forth()
    {
        await using var monolith = await Backend.StartAsync("monolith");
        await using var search = await Backend.StartAsync("service");
        await using var gateway = await RunningGateway.StartAsync(monolith, search, $"--Easing={Length:c}");
        await gateway.Api.SetWeightAsync("search", 100);
        var visitors = Enumerable.Range(0, 20).Select(n => Enumerable.Range(0, 100_000).Select(FixedVisitors.Id).First(id => VisitorBucket.Of(id, "search") / 500 == n)).ToList();
        await gateway.UntilAvailableAsync("search", available: true);
        search.IsReady = false;
        await gateway.UntilAvailableAsync("search", available: false);
        (await gateway.GetAsync("/search", visitors[0])).Should().Be("monolith");

        search.IsReady = true;
        var rounds = new List<string[]>();
        await Eventually.HoldsAsync(async () =>
        {
            var sides = new List<string>();
            foreach (var visitor in visitors) sides.Add(await gateway.GetAsync("/search", visitor));
            rounds.Add([.. sides]);
            return sides.All(side => side == "service");
        }, "everybody is back");

        rounds.Should().Contain(round => round.Contains("monolith") && round.Contains("service"), "it was not hit by everybody at once");
        for (var visitor = 0; visitor < visitors.Count; visitor++)
            rounds.SkipWhile(round => round[visitor] != "service").Should().OnlyContain(round => round[visitor] == "service", "visitor {0} stays once back", visitor);
        // The lowest buckets first, as with a rising weight.
        Enumerable.Range(0, visitors.Count).Select(visitor => rounds.FindIndex(round => round[visitor] == "service")).Should().BeInAscendingOrder();
        gateway.Log.Lines.Should().Contain(line => line.Message.EndsWith("monolith easing", StringComparison.Ordinal));
        // The last of these visitors is back a little before the last of all.
        await Eventually.HoldsAsync(async () => (await gateway.Api.GetAsync("explain?path=/search"))["easedShare"]!.GetValue<decimal>() == 100, "it has its whole share");
    }
}
