using MyThoughts.EndToEnd.Tests.Visiting;

namespace MyThoughts.EndToEnd.Tests.Behaviour;

[TestFixtureSource(typeof(Topology), nameof(Topology.All))]
internal sealed class ThoughtsApiTests(Topology topology)
{
    private Author author = null!;

    [OneTimeSetUp]
    public async Task LogInAsync() => author = await topology.NewAuthorAsync();

    [Test]
    public async Task Anybody_can_read_one_thought([Values("", "/")] string slash)
    {
        var posted = await author.PostAsync("Read me");

        var answer = await topology.NewVisitor().GetAsync($"/api/thoughts/{posted.Id()}{slash}");

        answer.Status.Should().Be(200);
        answer.Json.ShouldBeAThought(author.Username, "Read me");
        answer.ContentType!.MediaType.Should().Be("application/json");
    }

    [TestCase("999999999999"), TestCase("0"), TestCase("-1"), TestCase("99999999999999999999999"), TestCase("platypus"), TestCase("1.5"), TestCase("1%27")]
    public async Task A_thought_that_is_not_there_is_404_also_when_its_id_is_no_number(string id)
    {
        (await topology.NewVisitor().GetAsync($"/api/thoughts/{id}/")).ShouldBeAProblem(404);
        (await topology.NewVisitor().GetAsync($"/api/thoughts/{id}")).ShouldBeAProblem(404);
    }

    [Test]
    public async Task The_whole_list_is_ids_ascending_and_nothing_but_thoughts([Values("/api/thoughts/", "/api/thoughts")] string path)
    {
        var posted = await author.PostAsync("In the list");

        var answer = await topology.NewVisitor().GetAsync(path);

        answer.Status.Should().Be(200);
        var thoughts = answer.Json.EnumerateArray().ToList();
        thoughts.Select(thought => thought.Id()).Should().BeInAscendingOrder().And.Contain(posted.Id());
        thoughts.Single(thought => thought.Id() == posted.Id()).GetRawText().Should().Be(posted.GetRawText());
        thoughts.Should().OnlyContain(thought => thought.EnumerateObject().Count() == 4);
        answer.Header("Link").Should().BeNull("without a limit the list is whole");
    }

    [Test]
    public async Task The_whole_list_starts_before_it_is_complete()
    {
        var answer = await topology.NewVisitor().GetAsync("/api/thoughts/");

        answer.Header("Content-Length").Should().BeNull("a list that is streamed row by row has no length at its start");
    }

    [Test]
    public async Task Thoughts_can_be_filtered_by_text_whatever_its_case()
    {
        var word = Names.Unique("Platypus");
        var posted = await author.PostAsync($"Say {word} twice");
        await author.PostAsync("Something else");

        var answer = await topology.NewVisitor().GetAsync($"/api/thoughts/?search={word[..^1].ToUpperInvariant()}");

        answer.Json.EnumerateArray().Select(thought => thought.GetRawText()).Should().Equal(posted.GetRawText());
    }

    [Test]
    public async Task Pages_of_the_list_join_without_a_gap_or_a_repeat()
    {
        var word = Names.Unique("paged");
        var ids = new List<long>();
        for (var number = 0; number < 5; number++) ids.Add((await author.PostAsync($"{word} & {number}")).Id());

        var pages = await Pages.ReadAllAsync(topology.NewVisitor(), $"/api/thoughts/?search={Uri.EscapeDataString(word + " &")}&limit=2");

        pages.Select(page => page.Count).Should().Equal(2, 2, 1);
        pages.SelectMany(page => page).Select(thought => thought.Id()).Should().Equal(ids);
    }

    [TestCase("%"), TestCase("_"), TestCase("'"), TestCase("\""), TestCase("\\"), TestCase("\\\\"), TestCase("%_%"), TestCase("a' OR '1'='1")]
    public async Task Signs_that_mean_something_to_a_database_are_letters_like_others(string sign)
    {
        var word = Names.Unique();
        var with = await author.PostAsync($"{word}{sign}z");
        await author.PostAsync($"{word}x{sign.Replace("%", "", StringComparison.Ordinal)}xz");

        var answer = await topology.NewVisitor().GetAsync($"/api/thoughts/?search={Uri.EscapeDataString(word + sign + "z")}");

        answer.Json.EnumerateArray().Select(thought => thought.Id()).Should().Equal(with.Id());
    }
}
