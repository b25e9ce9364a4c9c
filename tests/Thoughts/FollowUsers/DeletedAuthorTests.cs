using System.Net;
using System.Net.Http.Json;
using MyThoughts.Support;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts.Tests.FollowUsers;

/// <summary>Whose account is deleted, their thoughts go and no more are taken.</summary>
internal sealed class DeletedAuthorTests
{
    private ThoughtsSide side = null!;

    [SetUp]
    public async Task Start() => side = await ThoughtsSide.StartAsync();

    [TearDown]
    public async Task Stop() => await side.DisposeAsync();

    [Test]
    public async Task Their_thoughts_become_tombstones_in_the_feed_and_others_stay()
    {
        await side.PostAsync("Mine", "Bruce");
        await side.PostAsync("Also mine", "Bruce");
        await side.PostAsync("Somebody else's", "stephen");
        side.Users.Delete("Bruce");
        await UntilTheyAreAsync("Somebody else's");
        (await side.AskAsync<long>("SELECT count(*) FROM thoughts.thought WHERE username = 'Bruce' AND text IS NULL")).Should().Be(2);
        await Eventually.HoldsAsync(async () => (await side.Thoughts.ChangesAsync(new(default, 10, TimeSpan.Zero, ""), CancellationToken.None))
            .Changes.Count(change => change.Thought is null) == 2, "readers of the feed hear of it");
    }

    [Test]
    public async Task A_token_that_lives_on_posts_no_more()
    {
        side.Users.Delete("bruce");
        await Eventually.HoldsAsync(async () => await side.AskAsync<long>("SELECT count(*) FROM thoughts.deleted_author") == 1, "Thoughts has heard of it");
        using var bruce = side.NewClient("Bruce");
        using var answer = await bruce.PostAsJsonAsync("/api/me/thoughts/", new { text = "Still here?" });
        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("This account is deleted");
        (await side.Remote.PostAsync(new("bruce", "Still here?"), CancellationToken.None)).Refusal.Should().Be(PostThoughtRefusal.AuthorDeleted);
    }

    [Test]
    public async Task No_post_slips_in_behind_the_deletion()
    {
        using var stop = new CancellationTokenSource();
        var posting = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while ((await side.Thoughts.PostAsync(new("bruce", "Quick!"), CancellationToken.None)).Refusal is null && !stop.IsCancellationRequested) { }
        })).ToList();
        await Eventually.HoldsAsync(async () => await side.AskAsync<long>("SELECT count(*) FROM thoughts.thought") > 20, "posts come in");
        side.Users.Delete("bruce");
        var ended = Task.WhenAll(posting);
        (await Task.WhenAny(ended, Task.Delay(Eventually.Patience))).Should().Be(ended, "every post is refused in the end");
        await stop.CancelAsync();
        (await side.AskAsync<long>("SELECT count(*) FROM thoughts.thought WHERE text IS NOT NULL")).Should().Be(0);
    }

    [Test]
    public async Task With_Users_away_posting_works_and_the_deletion_is_heard_of_later()
    {
        side.Users.IsAway = true;
        await side.PostAsync("Mine");
        side.Users.Delete("bruce");
        await side.PostAsync("Still mine");
        side.Users.IsAway = false;
        await UntilTheyAreAsync();
    }

    private async Task UntilTheyAreAsync(params string[] texts)
    {
        List<string> found = [];
        await Eventually.HoldsAsync(async () =>
        {
            found = await side.Thoughts.ListAsync(new(), CancellationToken.None).Select(thought => thought.Text).ToListAsync();
            return found.SequenceEqual(texts);
        }, $"the thoughts are {string.Join(", ", texts)}", instead: () => string.Join(", ", found));
    }
}
