using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts.Tests.Listing;

internal sealed class ListThoughtsApiTests
{
    private ThoughtsSide side = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        side = await ThoughtsSide.StartAsync();
        foreach (var number in Enumerable.Range(1, 25)) await side.PostAsync($"Thought {number}", number % 5 == 0 ? "stephen" : "bruce");
        foreach (var text in (string[])["100% sure", "snake_case", @"back\slash", "it's \"quoted\"", "A Platypus"]) await side.PostAsync(text, "writer");
    }

    [OneTimeTearDown]
    public async Task Stop() => await side.DisposeAsync();

    [TestCase("/api/thoughts/")]
    [TestCase("/api/thoughts")]
    public async Task Everybodys_thoughts_come_whole_and_by_ascending_id(string path)
    {
        var all = await side.Client.GetFromJsonAsync<Thought[]>(path);
        all!.Select(thought => thought.Id).Should().Equal(Enumerable.Range(1, 30).Select(id => (long)id));
    }

    [Test]
    public async Task Ones_own_thoughts_are_those_of_the_token_whatever_its_case()
    {
        using var stephen = side.NewClient("STEPHEN");
        var own = await stephen.GetFromJsonAsync<Thought[]>("/api/me/thoughts/");
        own!.Select(thought => thought.Text).Should().Equal("Thought 5", "Thought 10", "Thought 15", "Thought 20", "Thought 25");
        using var nobody = await side.Client.GetAsync("/api/me/thoughts/");
        nobody.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [TestCase("plat", "A Platypus")]
    [TestCase("PLATYPUS", "A Platypus")]
    [TestCase("%", "100% sure")]
    [TestCase("_", "snake_case")]
    [TestCase("\\", @"back\slash")]
    [TestCase("'", "it's \"quoted\"")]
    [TestCase("\"", "it's \"quoted\"")]
    [TestCase("it_s", null)]
    public async Task A_search_takes_every_character_literally_and_no_case_into_account(string search, string? found)
    {
        var texts = await side.Client.GetFromJsonAsync<Thought[]>($"/api/thoughts/?search={Uri.EscapeDataString(search)}");
        texts!.Select(thought => thought.Text).Should().Equal(found is null ? [] : [found]);
    }

    [Test]
    public async Task A_search_longer_than_any_thought_finds_nothing()
    {
        (await side.Client.GetFromJsonAsync<Thought[]>($"/api/thoughts/?search={new string('e', 251)}")).Should().BeEmpty();
    }

    [Test]
    public async Task Following_the_links_reads_every_thought_once()
    {
        var texts = new List<string>();
        var pages = 0;
        for (var next = "/api/thoughts/?search=thought%20&limit=10"; next is not null; pages++)
        {
            using var answer = await side.Client.GetAsync(next);
            texts.AddRange((await answer.Content.ReadFromJsonAsync<Thought[]>())!.Select(thought => thought.Text));
            var link = answer.Headers.TryGetValues("Link", out var links) ? links.Single() : null;
            link?.Should().StartWith("</api/thoughts/?").And.EndWith(">; rel=\"next\"");
            next = link?[1..link.IndexOf('>')];
        }
        pages.Should().Be(3);
        texts.Should().Equal(Enumerable.Range(1, 25).Select(number => $"Thought {number}"));
    }

    [TestCase("search=a%00b", "search")]
    [TestCase("limit=-1", "limit")]
    [TestCase("limit=0", "limit")]
    [TestCase("limit=101", "limit")]
    [TestCase("limit=abc", "limit")]
    [TestCase("limit=10&cursor=garbage", "cursor")]
    [TestCase("cursor=99999999999999999999", "cursor")]
    public async Task A_page_that_cannot_be_is_a_problem_that_names_the_field(string query, string field)
    {
        using var answer = await side.Client.GetAsync($"/api/thoughts/?{query}");
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("errors").EnumerateObject().Should().ContainSingle().Which.Name.Should().Be(field);
    }
}
