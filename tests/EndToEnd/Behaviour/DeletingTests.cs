using MyThoughts.EndToEnd.Tests.Visiting;
using MyThoughts.Support;

namespace MyThoughts.EndToEnd.Tests.Behaviour;

/// <summary>What a person deletes is gone from every module on every side, and the person is told when it is.</summary>
[TestFixtureSource(typeof(Topology), nameof(Topology.All))]
internal sealed class DeletingTests(Topology topology)
{
    [Test]
    public async Task A_thought_deleted_through_the_API_is_gone_everywhere_when_the_answer_says_so()
    {
        var author = await topology.NewAuthorAsync();
        var word = Names.Unique("gone");
        var id = (await author.PostAsync(word)).Id();
        await Search.UntilFoundAsync(author.Visitor, word);

        await UntilDoneAsync(() => author.Visitor.DeleteAsync($"/api/me/thoughts/{id}/"));

        await ShouldBeGoneAsync(id, word);
        (await author.Visitor.DeleteAsync($"/api/me/thoughts/{id}/")).Status.Should().Be(204);
    }

    [Test]
    public async Task A_thought_is_deleted_on_a_page_that_asks_first()
    {
        var reader = await topology.NewReaderAsync();
        var word = Names.Unique("gone");
        var compose = (await reader.Visitor.OpenAsync("/")).Page.Form("/thoughts/new");
        await reader.Visitor.SubmitAsync(compose, ("Text", word));
        var own = await reader.Visitor.OpenAsync("/");
        var id = own.Page.Thoughts.Single().Id;

        var form = (await reader.Visitor.OpenAsync($"/thoughts/{id}/delete/")).Page.Form($"/thoughts/{id}/delete/");
        var answer = await reader.Visitor.SubmitAsync(form);
        answer.Status.Should().Be(302);
        await Eventually.HoldsAsync(
            async () => (await reader.Visitor.OpenAsync(answer.Location!)).Text.Contains("It is gone from everywhere.", StringComparison.Ordinal), "the page says that it is done");
        await ShouldBeGoneAsync(id, word);
    }

    [Test]
    public async Task A_deleted_account_takes_everything_along()
    {
        var reader = await topology.NewReaderAsync();
        var token = await topology.LogInAsync(reader.Username);
        var word = Names.Unique("gone");
        var id = (await token.PostAsync(word)).Id();
        await Search.UntilFoundAsync(token.Visitor, word);

        var form = (await reader.Visitor.OpenAsync("/account/delete/")).Page.Form("/account/delete/");
        var answer = await reader.Visitor.SubmitAsync(form, ("Password", Names.Password));
        answer.Status.Should().Be(302);
        await Eventually.HoldsAsync(
            async () => (await reader.Visitor.OpenAsync(answer.Location!)).Text.Contains("It is gone from everywhere.", StringComparison.Ordinal), "the page says that it is done");

        await ShouldBeGoneAsync(id, word);
        var stranger = topology.NewVisitor();
        (await stranger.GetAsync($"/@{reader.Username}/")).Status.Should().Be(404);
        (await stranger.PostJsonAsync("/api/login/", new { username = reader.Username, password = Names.Password })).Status.Should().Be(401);
        (await token.Visitor.PostJsonAsync("/api/me/thoughts/", new { text = "Still here?" })).Status.Should().Be(403);
    }

    private static async Task UntilDoneAsync(Func<Task<Answer>> delete)
    {
        var answer = await delete();
        await Eventually.HoldsAsync(async () =>
        {
            if (answer.Status == 202) answer = await delete();
            return answer.Status == 204;
        }, "it is deleted everywhere", instead: () => answer.ToString());
    }

    // On every side, not only on this one.
    private static async Task ShouldBeGoneAsync(long id, string word)
    {
        foreach (var side in new[] { Topology.Monolith, Topology.Services })
        {
            var visitor = side.NewVisitor();
            (await visitor.GetAsync($"/api/thoughts/{id}/")).Status.Should().Be(404);
            (await visitor.GetAsync($"/thoughts/{id}/")).Status.Should().Be(404);
            (await visitor.GetAsync($"/api/search/?q={word}")).Json.GetProperty("items").GetArrayLength().Should().Be(0);
        }
    }
}
