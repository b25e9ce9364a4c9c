using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MyThoughts.Search.Contracts;
using MyThoughts.Search.Tests.Language;
using MyThoughts.Support;
using static MyThoughts.Search.Tests.SearchDatabase;

namespace MyThoughts.Search.Tests;

internal sealed class SearchServiceTests
{
    private SearchDatabase database = null!;
    private NamesOfUsers users = null!;
    private SearchService service = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        database = await CreateAsync();
        await database.ApplyAsync([.. Enumerable.Range(1, 45).Select(id => Thought(id, $"thought number {id}"))]);
        await database.ApplyAsync(Thought(46, "The Platypus & <script>alert('plat')</script>"));
        await database.ApplyAsync(Thought(0, "@STEPHEN, have you met @nobody? #people"));
        users = await NamesOfUsers.StartAsync("Stephen");
        service = await SearchService.StartAsync(database, users.Address);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (service is not null) await service.DisposeAsync();
        if (users is not null) await users.DisposeAsync();
        await database.DisposeAsync();
    }

    [TestCase("/api/search/?q=plat")]
    [TestCase("/api/search?q=PLAT")]
    public async Task The_api_answers_items_with_highlights(string path)
    {
        using var answer = JsonDocument.Parse(await service.Public.GetStringAsync(path));
        using var expected = JsonDocument.Parse(
            """
            {
              "items": [{
                "id": 46, "username": "bruce", "text": "The Platypus & <script>alert('plat')</script>",
                "timestamp": "2026-01-01T12:46:00Z", "highlights": [{"start": 4, "length": 4}, {"start": 30, "length": 4}]
              }],
              "next": null
            }
            """);
        JsonElement.DeepEquals(answer.RootElement, expected.RootElement).Should().BeTrue(answer.RootElement.GetRawText());
    }

    [Test]
    public async Task The_api_links_to_the_next_page_by_path_alone()
    {
        var ids = new List<long>();
        for (var path = "/api/search/?q=number&limit=20"; path is not null;)
        {
            using var response = await service.Public.GetAsync(path);
            using var page = JsonDocument.Parse(await response.Content.ReadAsStreamAsync());
            ids.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt64()));
            path = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
            if (path is not null) path.Should().StartWith("/api/search/?q=number&limit=20&cursor=");
        }
        ids.Should().Equal(Enumerable.Range(1, 45).Select(n => 46L - n));
    }

    [TestCase("limit=-1", "limit")]
    [TestCase("limit=1&limit=2", "limit")]
    [TestCase("cursor=garbage", "cursor")]
    [TestCase("q=%00", "q")]
    [TestCase("after=yesterday&before=soon", "after,before")]
    public async Task A_bad_parameter_is_a_problem_document_that_names_it(string query, string fields)
    {
        using var response = await service.Public.GetAsync($"/api/search/?{query}");
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Should().BeEquivalentTo(fields.Split(','));
    }

    [Test]
    public async Task The_page_marks_matches_and_shows_text_as_text()
    {
        var page = await service.Public.GetStringAsync("/search?search=PLAT");
        page.Should().Contain("<mark>Plat</mark>ypus &amp; &lt;script&gt;").And.NotContain("<script>alert");
        page.Should().Contain("Showing 1 thought, newest first.").And.Contain("value=\"PLAT\"");
        page.Should().Contain("<title>Search: PLAT - MyThoughts</title>");
    }

    [Test]
    public async Task The_page_links_those_whom_thoughts_mention_and_marks_matches_in_them()
    {
        // The first question finds the way to Users, which may take longer than a page waits for it.
        var page = "";
        await Eventually.HoldsAsync(
            async () => (page = await service.Public.GetStringAsync("/search?search=steph")).Contains("<a href=\"/@Stephen/\">@<mark>STEPH</mark>EN</a>", StringComparison.Ordinal),
            "the mention is a link", instead: () => page);
        page.Should().Contain(", have you met @nobody? <a href=\"/search?search=%23people\">#people</a>");
    }

    [Test]
    public async Task The_page_helps_with_operators_says_how_they_were_read_and_keeps_the_order()
    {
        var page = WebUtility.HtmlDecode(await service.Public.GetStringAsync("/search?search=number+-1+before:noon+or+%22thought%22"));
        page.Should().Contain("Look for <code>\"a phrase\"</code>, <code>-without</code>, <code>this OR that</code>, <code>word:whole</code>, <code>from:name</code>");
        page.Should().Contain("Showing 20 thoughts with “number”, without “1”, with “before:noon” or with “thought”, newest first.");
        page.Should().Contain("<p class=\"muted\">“before:noon” has no date such as 2026-01-31, so it was taken as text.</p>");
        page.Should().MatchRegex("<a href=\"/search\\?search=[^\"]*\" aria-current=\"true\">Newest first</a>");

        var best = await service.Public.GetStringAsync("/search?search=number&order=best");
        WebUtility.HtmlDecode(best).Should().Contain("Showing 20 thoughts, best match first (whole words, more often, shorter, newer).")
            .And.Contain("<a href=\"/search?search=number\">Newest first</a>").And.Contain("&order=best\" aria-current=\"true\">Best match</a>");
        var second = await service.Public.GetStringAsync(Link(best, "next"));
        Link(second, "prev").Should().StartWith("/search?search=number&order=best&cursor=");
        second.Should().Contain("Better matches").And.Contain("More matches");
    }

    [Test]
    public async Task The_api_has_notes_only_where_something_was_read_otherwise_than_it_looks()
    {
        using var answer = JsonDocument.Parse(await service.Public.GetStringAsync("/api/search/?q=before:noon"));
        answer.RootElement.GetProperty("notes").EnumerateArray().Single().GetString().Should().Contain("no date");
        using var plain = JsonDocument.Parse(await service.Public.GetStringAsync("/api/search/?q=plat+-dog&order=best"));
        plain.RootElement.EnumerateObject().Select(property => property.Name).Should().Equal("items", "next");
    }

    [Test]
    public async Task No_text_that_people_may_type_is_an_error()
    {
        var random = new Random(20260131);
        for (var round = 0; round < 40; round++)
        {
            var text = RandomText.Of(random, 250);
            foreach (var path in (string[])["/api/search/?q=", "/api/search/?order=best&q=", "/search?search="])
            {
                using var response = await service.Public.GetAsync(path + Uri.EscapeDataString(text));
                response.StatusCode.Should().Be(HttpStatusCode.OK, "{0} must find nothing or something for '{1}'", path, text);
            }
        }
    }

    [Test]
    public async Task The_page_leads_to_older_thoughts_and_back()
    {
        var first = await service.Public.GetStringAsync("/search");
        first.Should().Contain("Showing 20 thoughts").And.NotContain("rel=\"prev\"");
        var second = await service.Public.GetStringAsync(Link(first, "next"));
        second.Should().Contain("thought number 26").And.Contain("thought number 7").And.NotContain("thought number 27");
        (await service.Public.GetStringAsync(Link(second, "prev"))).Should().Contain("Platypus").And.NotContain("thought number 26");
    }

    [TestCase("/search?search=unheard+of", HttpStatusCode.OK, "No thought contains this text.")]
    [TestCase("/search?search=unheard+-of", HttpStatusCode.OK, "There is no thought with “unheard”, without “of”.")]
    [TestCase("/search?search=plat&order=sideways", HttpStatusCode.BadRequest, "The order is not newest or best.")]
    [TestCase("/search?search=plat&order=best&cursor=PDEy", HttpStatusCode.BadRequest, "This cursor belongs to order=newest.")]
    [TestCase("/search/?cursor=garbage", HttpStatusCode.BadRequest, "This is not a cursor of ours")]
    [TestCase("/search?search=%00", HttpStatusCode.BadRequest, "a character that no thought can have")]
    public async Task The_page_says_what_to_do_when_it_has_nothing_to_show(string path, HttpStatusCode status, string words)
    {
        using var response = await service.Public.GetAsync(path);
        response.StatusCode.Should().Be(status);
        WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()).Should().Contain(words).And.Contain("href=\"/search\">everybody");
    }

    private static IEnumerable<SearchThoughts> Searches() =>
    [
        new(),
        new() { Text = "Number +&%='\"😀" },
        new() { Text = "number", From = "BRUCE", After = "2026-01-01T14:10:00+02:00", Before = "2026-01-02", Order = "newest", Limit = "7" },
        new() { Text = "number or plat -from:stephen before:noon", Order = "best", Limit = "7" },
        new() { Text = "\0", Limit = "many", Cursor = "garbage" },
        new() { Text = new('€', 5_000) },
    ];

    [TestCaseSource(nameof(Searches))]
    public async Task The_contract_over_http_answers_as_the_one_in_process_does(SearchThoughts search)
    {
        var remote = await new RemoteSearch(service.Internal).SearchAsync(search, CancellationToken.None);
        remote.Should().BeEquivalentTo(await database.FindAsync(search), options => options.WithStrictOrdering());
    }

    [Test]
    public async Task The_contract_is_served_on_the_internal_port_alone() =>
        (await service.Public.GetAsync("/internal/search/thoughts")).StatusCode.Should().Be(HttpStatusCode.NotFound);

    private static string Link(string page, string relation)
    {
        var start = page.IndexOf($"rel=\"{relation}\" href=\"", StringComparison.Ordinal) + relation.Length + 13;
        return WebUtility.HtmlDecode(page[start..page.IndexOf('"', start)]);
    }
}
