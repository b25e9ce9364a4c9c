using System.IO.Compression;
using System.Text;
using MyThoughts.EndToEnd.Tests.Visiting;
using MyThoughts.Support;

namespace MyThoughts.EndToEnd.Tests.Behaviour;

[TestFixtureSource(typeof(Topology), nameof(Topology.All))]
internal sealed class EveryPageTests(Topology topology)
{
    private const int LargestPage = 30 * 1024;

    private Author reader = null!;
    private string[] pages = [];

    [OneTimeSetUp]
    public async Task FillPagesAsync()
    {
        reader = await topology.NewReaderAsync();
        var author = await topology.LogInAsync(reader.Username);
        var id = 0L;
        for (var number = 0; number < 20; number++) id = (await author.PostAsync($"@{reader.Username} {number} {string.Concat(Enumerable.Repeat("wörds ", 36))}")).Id();
        await Eventually.HoldsAsync(async () => (await reader.Visitor.OpenAsync("/mentions/")).Page.Thoughts.Count == 20, "the page of mentions is full");
        pages = ["/thoughts/", "/mentions/", $"/thoughts/{id}/", $"/@{reader.Username}/", $"/search?search={Uri.EscapeDataString("wörds")}", "/login/", "/register/", "/no/such/page"];
    }

    [Test]
    public async Task Every_page_forbids_inline_script_framing_and_guessing_of_types()
    {
        foreach (var path in pages)
        {
            var answer = await OpenAsync(path);
            answer.Header("Content-Security-Policy").Should().Contain("default-src 'none'").And.Contain("script-src 'self'").And.Contain("style-src 'self'")
                .And.Contain("frame-ancestors 'none'").And.Contain("base-uri 'none'").And.NotContain("unsafe", "of {0}", path);
            answer.Header("X-Content-Type-Options").Should().Be("nosniff", "of {0}", path);
            answer.Header("Referrer-Policy").Should().NotBeNull("of {0}", path);
            answer.Header("Server").Should().BeNull("of {0}", path);
            answer.Text.Should().NotMatchRegex("<script(?![^>]* src=)", "{0} must hold no inline script", path);
            answer.Text.Should().NotMatchRegex(@"\s(style|on\w+)=""", "{0} must hold no inline style or handler", path);
        }
    }

    [Test]
    public async Task Every_page_has_one_heading_a_title_a_language_and_a_skip_link()
    {
        foreach (var path in pages)
        {
            var answer = await OpenAsync(path);
            answer.Page.Headings.Should().ContainSingle("of {0}", path);
            answer.Page.Title.Should().EndWith("MyThoughts", "of {0}", path);
            answer.Text.Should().StartWith("<!DOCTYPE html>").And.Contain("<html lang=\"en\"").And.Contain("href=\"#main\"").And.Contain("id=\"main\"");
            answer.ContentType!.ToString().Should().Be("text/html; charset=utf-8");
        }
    }

    [Test]
    public async Task A_page_with_its_style_and_script_is_under_30_KB_compressed()
    {
        foreach (var path in pages)
        {
            var answer = await OpenAsync(path);
            var size = Compressed(answer);
            foreach (var asset in answer.Page.Assets) size += Compressed(await reader.Visitor.GetAsync(asset));
            size.Should().BeLessThan(LargestPage, "{0} is read on phones", path);
            await TestContext.Out.WriteLineAsync($"{topology} {path.Split('?')[0]}: {size / 1024.0:0.0} KB compressed");
        }
    }

    [Test]
    public async Task Style_and_script_arrive_with_content_and_may_be_kept()
    {
        var assets = (await OpenAsync("/login/")).Page.Assets;
        assets.Should().Contain(asset => asset.Contains(".css", StringComparison.Ordinal)).And.Contain(asset => asset.Contains(".js", StringComparison.Ordinal));

        foreach (var asset in assets)
        {
            var answer = await topology.NewVisitor().GetAsync(asset);
            answer.Status.Should().Be(200, "of {0}", asset);
            answer.Body.Length.Should().BeGreaterThan(100, "of {0}", asset);
            answer.Header("X-Content-Type-Options").Should().Be("nosniff");
        }
    }

    [Test]
    public async Task A_page_that_depends_on_who_asks_is_kept_by_no_cache_in_between()
    {
        foreach (var path in new[] { "/thoughts/", "/mentions/", "/login/" })
            (await OpenAsync(path)).Header("Cache-Control").Should().MatchRegex("no-store|private|no-cache", "of {0}", path);
    }

    [Test]
    public async Task Every_answer_carries_a_request_id_the_callers_own_where_there_is_one()
    {
        foreach (var path in new[] { "/login/", "/api/thoughts/1/", "/api/search/?q=a", "/no/such/page" })
        {
            (await topology.NewVisitor().GetAsync(path)).Header("X-Request-ID").Should().NotBeNullOrEmpty();
            var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Request-ID", "ours-123" } } };
            (await topology.NewVisitor().SendAsync(request)).Header("X-Request-ID").Should().Be("ours-123", "of {0}", path);
        }
    }

    [Test]
    public async Task A_request_id_that_could_forge_a_log_line_is_replaced()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/login/");
        request.Headers.TryAddWithoutValidation("X-Request-ID", "a b\tc\"d");

        (await topology.NewVisitor().SendAsync(request)).Header("X-Request-ID").Should().NotContainAny(" ", "\t", "\"");
    }

    [Test]
    public async Task A_program_gets_a_problem_document_where_a_person_gets_a_page()
    {
        (await topology.NewVisitor().GetAsync("/no/such/page")).ShouldBeAProblem(404);
        (await topology.NewVisitor().OpenAsync("/no/such/page")).ContentType!.MediaType.Should().Be("text/html");
        (await topology.NewVisitor().OpenAsync("/api/no/such/resource")).ShouldBeAProblem(404);
    }

    // Who is logged in has no use for the forms of those who are not.
    private Task<Answer> OpenAsync(string path) => (path is "/login/" or "/register/" ? topology.NewVisitor() : reader.Visitor).OpenAsync(path);

    // What the pages are sent as depends on what the client accepts: measured alike everywhere.
    private static int Compressed(Answer answer)
    {
        using var buffer = new MemoryStream();
        using (var compressing = new BrotliStream(buffer, CompressionLevel.Fastest, leaveOpen: true)) compressing.Write(Encoding.UTF8.GetBytes(answer.Text));
        return (int)buffer.Length;
    }
}
