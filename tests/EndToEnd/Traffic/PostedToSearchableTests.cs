using System.Diagnostics;
using MyThoughts.EndToEnd.Tests.Visiting;
using MyThoughts.Support;

namespace MyThoughts.EndToEnd.Tests.Traffic;

/// <summary>How soon a stranger finds what somebody has posted, on a system that has nothing else to do.</summary>
[NonParallelizable, Category(Claim.Category), Category("lag")]
[TestFixtureSource(typeof(Topology), nameof(Topology.All))]
internal sealed class PostedToSearchableTests(Topology topology)
{
    private const double Limit = 250;
    private static readonly int Posts = Claim.Size(2, 300);

    [Test]
    public async Task A_stranger_finds_a_post_a_moment_later()
    {
        var author = await topology.NewAuthorAsync();
        var lags = new List<TimeSpan>();
        for (var post = 0; post < Posts; post++)
        {
            var word = Names.Unique("soon");
            await author.PostAsync($"I say {word}.");
            lags.Add(await UntilFoundAsync(topology.NewVisitor(), word));
        }

        lags.Sort();
        var p99 = lags[(int)Math.Ceiling(Posts * 0.99) - 1].TotalMilliseconds;
        if (Claim.IsProof) p99.Should().BeLessThan(Limit);
        Claim.Holds(
            $"Posted to searchable through {topology}, limit p99 {Limit:0} ms",
            $"p50 {lags[Posts / 2].TotalMilliseconds:0} ms, p99 {p99:0} ms, longest {lags[^1].TotalMilliseconds:0} ms of {Posts}");
    }

    // Again at once: a pause would count for the feed.
    private static async Task<TimeSpan> UntilFoundAsync(Visitor stranger, string word)
    {
        var watch = Stopwatch.StartNew();
        while ((await Search.FindAsync(stranger, word)).Count == 0)
            watch.Elapsed.Should().BeLessThan(Eventually.Patience, "a search for '{0}' finds it", word);
        return watch.Elapsed;
    }
}
