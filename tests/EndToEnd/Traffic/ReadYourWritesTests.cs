using System.Collections.Concurrent;
using Dapper;
using MyThoughts.EndToEnd.Tests.Visiting;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;
using Npgsql;

namespace MyThoughts.EndToEnd.Tests.Traffic;

/// <summary>With search seconds behind, whoever posts on one side and searches on the other finds the post.</summary>
[NonParallelizable, Category(Claim.Category), Category("ryow")]
internal sealed class ReadYourWritesTests
{
    private const int People = 8;
    private static readonly int PostsEach = Claim.Size(6, 125);
    private static readonly TimeSpan Lag = Claim.Size(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5));

    [Test]
    public async Task Nobody_misses_an_own_post_on_the_other_side_while_the_feed_lags()
    {
        using var end = new CancellationTokenSource();
        var lagging = LagAsync(end.Token);
        var stale = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, People).Select(person => PostAndReadAsync(person, stale)));
        await end.CancelAsync();
        var lags = await lagging;

        stale.Should().BeEmpty();
        lags.Should().BePositive();
        Claim.Holds("Own posts read on the other side under forced feed lag", $"{People * PostsEach} posts, {lags} times {Lag.TotalSeconds:0} s of lag, {stale.Count} stale");
    }

    [Test]
    public async Task A_browser_that_posts_on_the_page_carries_the_position_and_a_page_that_was_refused_gives_none()
    {
        var reader = await Topology.Monolith.NewReaderAsync();
        var form = (await reader.Visitor.OpenAsync("/")).Page.Form("/thoughts/new");
        await reader.Visitor.SubmitAsync(form, ("Text", " "));
        reader.Visitor.Cookie("written").Should().BeNull();
        await reader.Visitor.SubmitAsync(form, ("Text", Names.Unique("own")));
        reader.Visitor.Cookie("written").Should().MatchRegex("^[A-Za-z0-9_-]+$");
    }

    // Even numbers post at the monolith and read at the services, odd ones the other way round; programs by header, browsers by cookie.
    private static async Task PostAndReadAsync(int person, ConcurrentBag<string> stale)
    {
        var author = await Topology.Monolith.NewAuthorAsync();
        var (writing, reading) = person % 2 == 0
            ? (TheSystem.Monolith, TheSystem.Service("search")) : (TheSystem.Service("thoughts"), TheSystem.Monolith);
        for (var number = 0; number < PostsEach; number++)
        {
            var word = Names.Unique("own");
            var posted = await author.Visitor.At(writing).PostJsonAsync("/api/me/thoughts/", new { text = $"I say {word}." });
            posted.Status.Should().Be(201);
            var isFound = number % 2 == 0
                ? await FindsByHeaderAsync(reading, word, posted.Header("X-Feed-Position")!)
                : (await author.Visitor.At(reading).OpenAsync($"/search?search={word}")).Page.Thoughts.Any(thought => thought.Text.Contains(word, StringComparison.Ordinal));
            if (!isFound) stale.Add(word);
        }
    }

    private static async Task<bool> FindsByHeaderAsync(HostProcess reading, string word, string position)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/search/?q={word}") { Headers = { { "X-Feed-Position", position } } };
        return (await Topology.Monolith.NewVisitor().At(reading).SendAsync(request)).Json.GetProperty("items").GetArrayLength() == 1;
    }

    // An open transaction that writes holds every feed of the cluster back, for as long as it is open.
    private static async Task<int> LagAsync(CancellationToken end)
    {
        await using var connection = new NpgsqlConnection(TheSystem.Running.Database.Administrator + ";Pooling=false");
        await connection.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS public.lag (at timestamptz)");
        var times = 0;
        while (!end.IsCancellationRequested)
        {
            await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
            await connection.ExecuteAsync("INSERT INTO public.lag VALUES (now())", transaction: transaction);
            await Task.Delay(Lag, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await transaction.CommitAsync(CancellationToken.None);
            times++;
        }
        return times;
    }
}
