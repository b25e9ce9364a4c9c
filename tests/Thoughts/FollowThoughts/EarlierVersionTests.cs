using Microsoft.AspNetCore.Builder;
using MyThoughts.Chassis.Http;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts.Tests.FollowThoughts;

internal sealed class EarlierVersionTests
{
    [Test]
    public async Task A_host_that_knows_no_mentions_counts_as_away_and_never_lists_everything_instead()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.Urls.Add("http://127.0.0.1:0");
        // As it was: what is not known to it, a query may say in vain.
        app.MapContractGroup("thoughts").MapGet("", (string? username) => new[] { new Thought(1, username ?? "ann", "Nobody is mentioned here", DateTime.UnixEpoch) });
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        var remote = new RemoteThoughts(client);
        (await remote.ListAsync(new("bruce"), CancellationToken.None).ToListAsync()).Should().ContainSingle();
        var list = async () => await remote.ListAsync(new(Mentioning: "bruce"), CancellationToken.None).ToListAsync();
        await list.Should().ThrowAsync<NeighbourUnavailableException>();
    }

    [Test]
    public async Task A_page_of_a_host_that_has_lists_alone_is_made_of_a_list()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapContractGroup("thoughts").MapGet("", (int limit, long? after) =>
            Enumerable.Range(1 + (int)(after ?? 0), 5).Take(limit).Select(id => new Thought(id, "ann", "Before pages", DateTime.UnixEpoch)));
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };

        var page = await new RemoteThoughts(client).PageAsync(new(Limit: 3, After: 10), CancellationToken.None);

        page.Thoughts.Select(thought => thought.Id).Should().Equal(11, 12, 13);
        (page.Next, page.IsPart).Should().Be((13, false));
    }
}
