using MyThoughts.EndToEnd.Tests.Visiting;

namespace MyThoughts.EndToEnd.Tests.Behaviour;

[TestFixtureSource(typeof(Topology), nameof(Topology.All))]
internal sealed class BadQueryTests(Topology topology)
{
    [TestCase("limit", "-1"), TestCase("limit", "0"), TestCase("limit", "ten"), TestCase("limit", "99999999999"), TestCase("limit", "1.5")]
    [TestCase("cursor", "garbage"), TestCase("cursor", "%00"), TestCase("cursor", "-1"), TestCase("cursor", "99999999999999999999")]
    public async Task A_list_names_the_parameter_it_cannot_use(string parameter, string value)
    {
        var author = await topology.NewAuthorAsync();

        (await topology.NewVisitor().GetAsync($"/api/thoughts/?{parameter}={value}")).ShouldBeAProblemWith(parameter);
        (await author.Visitor.GetAsync($"/api/me/thoughts/?{parameter}={value}")).ShouldBeAProblemWith(parameter);
    }

    [TestCase("limit", "-1"), TestCase("limit", "0"), TestCase("limit", "ten"), TestCase("limit", "101"), TestCase("limit", "99999999999")]
    [TestCase("cursor", "garbage"), TestCase("cursor", "%00"), TestCase("cursor", "1.2.3.4.5")]
    [TestCase("after", "yesterday"), TestCase("before", "2026-13-01"), TestCase("order", "sideways"), TestCase("from", "a%00b"), TestCase("q", "a%00b")]
    public async Task A_search_names_the_parameter_it_cannot_use(string parameter, string value) =>
        (await topology.NewVisitor().GetAsync($"/api/search/?{parameter}={value}")).ShouldBeAProblemWith(parameter);

    [Test]
    public async Task A_text_longer_than_any_thought_is_no_crash()
    {
        var text = new string('x', 3000);

        (await topology.NewVisitor().GetAsync($"/api/search/?q={text}")).ShouldBeAProblemWith("q");
        (await topology.NewVisitor().OpenAsync($"/search?search={text}")).Status.Should().BeOneOf(200, 400);
    }

    [TestCase("/search?search=a%00b"), TestCase("/search?cursor=garbage"), TestCase("/search?search=%ff"), TestCase("/?cursor=garbage"), TestCase("/thoughts/?cursor=garbage")]
    public async Task A_page_with_a_bad_address_is_a_page_that_says_so(string address)
    {
        var reader = await topology.NewReaderAsync();

        var answer = await reader.Visitor.OpenAsync(address);

        answer.Status.Should().BeOneOf([200, 400, 404], "of this answer: {0}", answer);
        answer.Page.Headings.Should().ContainSingle();
    }

    [TestCase("/thoughts/platypus/"), TestCase("/thoughts/999999999999/"), TestCase("/thoughts/-1/"), TestCase("/thoughts/99999999999999999999/")]
    [TestCase("/@nobody-of-this-name/"), TestCase("/@/"), TestCase("/no/such/page"), TestCase("/search/no/such"), TestCase("/login/no/such")]
    public async Task What_is_not_there_has_a_page_of_its_own_with_the_id_to_quote(string path)
    {
        var visitor = topology.NewVisitor();

        var answer = await visitor.OpenAsync(path);

        answer.Status.Should().Be(404);
        answer.Page.Headings.Should().Equal("There is nothing here");
        answer.Page.Main.Should().Contain(answer.Header("X-Request-ID"));
        answer.Page.Title.Should().EndWith(" - MyThoughts");
    }
}
