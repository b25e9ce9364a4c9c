using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace MyThoughts.{{Name}}.Tests;

/// <summary>The page and the API, through the module's own service as a process.</summary>
internal sealed class ServiceTests
{
    private HttpClient visitor = null!;

    [OneTimeSetUp]
    public void Connect() => visitor = new() { BaseAddress = TheModule.Service.Addresses.Public };

    [OneTimeTearDown]
    public void Disconnect() => visitor.Dispose();

    [TestCase("/{{name}}"), TestCase("/{{name}}/")]
    public async Task The_page_shows_the_items_newest_first_and_their_text_as_text(string path)
    {
        var page = await visitor.GetStringAsync(path);
        page.Should().Contain("<title>{{Name}} - MyThoughts</title>").And.Contain("<h1>{{Name}}</h1>").And.NotContain("<b>The newer one");
        page.IndexOf("&lt;b&gt;The newer one", StringComparison.Ordinal).Should().BePositive()
            .And.BeLessThan(page.IndexOf(TheModule.Older, StringComparison.Ordinal));
    }

    [TestCase("/api/{{name}}?limit=1"), TestCase("/api/{{name}}/?limit=1")]
    public async Task The_API_answers_a_list_of_id_text_and_time(string path)
    {
        var item = (await visitor.GetFromJsonAsync<JsonElement>(path)).EnumerateArray().Should().ContainSingle().Subject;
        item.EnumerateObject().Select(field => field.Name).Should().Equal("id", "text", "createdAt");
        item.GetProperty("text").GetString().Should().Be(TheModule.Newer);
        item.GetProperty("createdAt").GetString().Should().EndWith("Z");
    }

    [Test]
    public async Task A_bad_limit_is_a_problem_document_that_names_it_and_a_page_that_says_so()
    {
        using var answer = await visitor.GetAsync("/api/{{name}}?limit=many");
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(error => error.Name).Should().Equal("limit");

        using var page = await visitor.GetAsync("/{{name}}?limit=many");
        page.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await page.Content.ReadAsStringAsync()).Should().Contain("The limit is not a whole number from 1 to 100.");
    }
}
