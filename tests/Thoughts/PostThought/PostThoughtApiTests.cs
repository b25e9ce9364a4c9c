using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts.Tests.Posting;

internal sealed class PostThoughtApiTests
{
    private ThoughtsSide side = null!;

    [OneTimeSetUp]
    public async Task Start() => side = await ThoughtsSide.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await side.DisposeAsync();

    [Test]
    public async Task A_posted_thought_has_an_address_and_exactly_four_properties()
    {
        using var bruce = side.NewClient("bruce");
        using var answer = await bruce.PostAsJsonAsync("/api/me/thoughts/", new { text = "Tea?", username = "stephen" });
        answer.StatusCode.Should().Be(HttpStatusCode.Created);
        var posted = await answer.Content.ReadFromJsonAsync<JsonElement>();
        posted.EnumerateObject().Select(property => property.Name).Should().Equal("id", "username", "text", "timestamp");
        posted.GetProperty("username").GetString().Should().Be("bruce", "the token names the author, never the body");
        var read = await side.Client.GetStringAsync(answer.Headers.Location);
        read.Should().Be(posted.GetRawText(), "what POST answers is what GET reads, to the microsecond");
    }

    [Test]
    public async Task A_form_posts_as_well_as_JSON()
    {
        using var bruce = side.NewClient("bruce");
        using var form = new FormUrlEncodedContent([new("text", "100 % form & more")]);
        using var answer = await bruce.PostAsync("/api/me/thoughts", form);
        (await answer.Content.ReadFromJsonAsync<Thought>())!.Text.Should().Be("100 % form & more");
    }

    [Test]
    public async Task A_refused_thought_is_a_problem_that_names_the_field()
    {
        using var bruce = side.NewClient("bruce");
        using var answer = await bruce.PostAsJsonAsync("/api/me/thoughts/", new { text = new string('x', 251) });
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("errors").GetProperty("text")[0].GetString().Should().Contain("at most 250");
    }

    [Test]
    public async Task Nobody_posts_without_a_token()
    {
        using var answer = await side.Client.PostAsJsonAsync("/api/me/thoughts/", new { text = "Tea?" });
        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [TestCase("999999")]
    [TestCase("tea")]
    [TestCase("-1")]
    [TestCase("99999999999999999999999999")]
    public async Task An_id_that_nobody_has_is_404_to_read_and_204_to_delete(string id)
    {
        using var read = await side.Client.GetAsync($"/api/thoughts/{id}/");
        read.StatusCode.Should().Be(HttpStatusCode.NotFound);
        using var deleted = await side.Client.DeleteAsync($"/admin/thoughts/{id}/");
        deleted.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    [Test]
    public async Task A_deleted_thought_is_gone_from_every_list()
    {
        var thought = await side.PostAsync("I regret this");
        using var deleted = await side.Client.DeleteAsync($"/admin/thoughts/{thought.Id}/");
        deleted.StatusCode.Should().Be(HttpStatusCode.NoContent);
        using var read = await side.Client.GetAsync($"/api/thoughts/{thought.Id}/");
        read.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await side.Client.GetFromJsonAsync<Thought[]>("/api/thoughts/?search=I regret this")).Should().BeEmpty();
        (await side.AskAsync<long>("SELECT count(*) FROM thoughts.thought WHERE text LIKE '%regret%'")).Should().Be(0, "a tombstone keeps no text");
    }
}
