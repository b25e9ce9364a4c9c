using MyThoughts.EndToEnd.Tests.Visiting;

namespace MyThoughts.EndToEnd.Tests.Behaviour;

[TestFixtureSource(typeof(Topology), nameof(Topology.All))]
internal sealed class OwnThoughtsApiTests(Topology topology)
{
    private Author author = null!;

    [OneTimeSetUp]
    public async Task LogInAsync() => author = await topology.NewAuthorAsync();

    [Test]
    public async Task A_posted_thought_comes_back_as_stored([Values("/api/me/thoughts/", "/api/me/thoughts")] string path, [Values] BodyKind kind)
    {
        var answer = await author.Visitor.PostAsync(kind, path, ("text", "Tea first.\nThen — the day."));

        answer.Status.Should().Be(201);
        answer.Json.ShouldBeAThought(author.Username, "Tea first.\nThen — the day.");
        var stored = await topology.NewVisitor().GetAsync(answer.Location!);
        stored.Text.Should().Be(answer.Text, "the answer to a post and a later read must agree to the microsecond");
    }

    [Test]
    public async Task The_author_is_whom_the_token_names_and_never_the_body()
    {
        var answer = await author.Visitor.PostJsonAsync("/api/me/thoughts/", new { text = "I am somebody else", username = "bruce", id = 1 });

        answer.Json.ShouldBeAThought(author.Username, "I am somebody else");
    }

    [Test]
    public async Task Own_thoughts_are_listed_oldest_first_and_nobody_elses()
    {
        var me = await topology.NewAuthorAsync();
        var other = await topology.NewAuthorAsync();
        var first = await me.PostAsync("one");
        await other.PostAsync("not mine");
        var second = await me.PostAsync("two");

        foreach (var path in new[] { "/api/me/thoughts/", "/api/me/thoughts" })
        {
            var answer = await me.Visitor.GetAsync(path);
            answer.Status.Should().Be(200);
            answer.Json.EnumerateArray().Select(thought => thought.GetRawText()).Should().Equal(first.GetRawText(), second.GetRawText());
        }
    }

    [Test]
    public async Task Somebody_new_has_an_empty_list() =>
        (await (await topology.NewAuthorAsync()).Visitor.GetAsync("/api/me/thoughts/")).Text.Should().Be("[]");

    [Test]
    public async Task Own_thoughts_come_in_pages_when_asked_for()
    {
        var me = await topology.NewAuthorAsync();
        var ids = new List<long>();
        for (var number = 0; number < 5; number++) ids.Add((await me.PostAsync($"thought {number}")).Id());

        (await Pages.ReadAllAsync(me.Visitor, "/api/me/thoughts/?limit=2")).Select(page => page.Count).Should().Equal(2, 2, 1);
        (await Pages.ReadAllAsync(me.Visitor, "/api/me/thoughts/?limit=2")).SelectMany(page => page).Select(thought => thought.Id()).Should().Equal(ids);
    }

    [Test]
    public async Task The_session_cookie_of_the_pages_opens_nothing_in_the_API()
    {
        var reader = await topology.NewReaderAsync();

        (await reader.Visitor.GetAsync("/api/me/thoughts/")).ShouldBeAProblem(401);
        (await reader.Visitor.PostJsonAsync("/api/me/thoughts/", new { text = "from another site" })).ShouldBeAProblem(401);
    }
}
