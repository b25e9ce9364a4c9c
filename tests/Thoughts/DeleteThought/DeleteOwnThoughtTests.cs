using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Support;

namespace MyThoughts.Thoughts.Tests.Deleting;

internal sealed class DeleteOwnThoughtTests
{
    private ThoughtsSide side = null!;

    [OneTimeSetUp]
    public async Task Start() => side = await ThoughtsSide.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await side.DisposeAsync();

    [Test]
    public async Task It_is_done_when_every_reader_of_the_feed_has_passed_it()
    {
        var thought = await side.PostAsync("Soon gone");
        var waiting = DeleteAsync(thought.Id, "bruce");
        await Eventually.HoldsAsync(async () => (await side.Thoughts.FindAsync(thought.Id, CancellationToken.None)) is null, "it is gone here");
        await FollowAsync();
        (await waiting).Status.Should().Be(HttpStatusCode.NoContent);
        (await DeleteAsync(thought.Id, "bruce")).Status.Should().Be(HttpStatusCode.NoContent, "whoever asks twice wants the same thing twice");
    }

    [Test]
    public async Task Until_then_it_is_accepted_and_tells_who_may_still_show_it()
    {
        var thought = await side.PostAsync("Soon gone");
        var answer = await DeleteAsync(thought.Id, "bruce");
        answer.Status.Should().Be(HttpStatusCode.Accepted);
        answer.Body.GetProperty("waitingFor").EnumerateArray().Select(name => name.GetString()).Should().Equal("search");
    }

    [Test]
    public async Task Somebody_elses_thought_stays()
    {
        var thought = await side.PostAsync("Mine");
        var answer = await DeleteAsync(thought.Id, "stephen");
        answer.Status.Should().Be(HttpStatusCode.Forbidden);
        answer.Body.GetProperty("detail").GetString().Should().Contain("somebody else's");
        (await side.Thoughts.FindAsync(thought.Id, CancellationToken.None)).Should().Be(thought);
    }

    [Test]
    public async Task What_never_was_or_was_somebody_elses_is_not_there()
    {
        var thought = await side.PostAsync("Mine");
        await side.Thoughts.DeleteAsync(new(thought.Id, "bruce"), CancellationToken.None);
        (await DeleteAsync(thought.Id, "stephen")).Status.Should().Be(HttpStatusCode.NotFound);
        foreach (var id in (object[])[thought.Id + 1_000, 0, -1, "none", "99999999999999999999"])
            (await DeleteAsync(id, "bruce")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Nobody_deletes_without_logging_in()
    {
        using var answer = await side.Client.DeleteAsync(new Uri("/api/me/thoughts/1/", UriKind.Relative));
        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    // What Search does: it applies, and says so when it asks for more.
    private async Task FollowAsync()
    {
        var cursor = FeedCursor.Start;
        for (var count = 1; count > 0;)
        {
            var batch = await side.Remote.ChangesAsync(new(cursor, 100, TimeSpan.FromMilliseconds(200), "search"), CancellationToken.None);
            count = batch.Changes.Count;
            if (count > 0) cursor = batch.Changes[^1].Cursor;
        }
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> DeleteAsync(object id, string username)
    {
        using var client = side.NewClient(username);
        using var answer = await client.DeleteAsync(new Uri($"/api/me/thoughts/{id}/", UriKind.Relative));
        return (answer.StatusCode, answer.StatusCode == HttpStatusCode.NoContent ? default : await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
