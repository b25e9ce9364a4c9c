using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MyThoughts.Chassis.Http;
using MyThoughts.Search.Contracts;
using static MyThoughts.Search.Tests.SearchDatabase;

namespace MyThoughts.Search.Tests;

/// <summary>The version before this one runs beside it, on either side of the contract.</summary>
internal sealed class OtherVersionsTests
{
    // What it answered, letter by letter.
    private const string Before = """
        {"items":[{"thought":{"id":1,"username":"bruce","text":"plat","timestamp":"2026-01-01T12:01:00Z"},"highlights":[{"start":0,"length":4}]}],"next":"PDE","previous":null,"errors":{}}
        """;

    // What it knew of an answer.
    private sealed record ResultBefore(IReadOnlyList<SearchMatch> Items, string? Next, string? Previous, IDictionary<string, string[]> Errors);

    [Test]
    public async Task An_answer_of_the_version_before_is_understood()
    {
        using var client = new HttpClient(new Answering(Before)) { BaseAddress = new("http://search/") };
        var result = await new RemoteSearch(client).SearchAsync(new() { Text = "plat -egg", Order = "best" }, CancellationToken.None);
        result.Items.Single().Thought.Should().Be(Thought(1, "plat"));
        result.Next.Should().Be("PDE");
        result.Reading.Should().BeNull();
        result.Notes.Should().BeEmpty();
    }

    [Test]
    public async Task The_version_before_understands_our_answers()
    {
        var ours = SearchResult.Found([new(Thought(1, "plat"), [new(0, 4)])], "next", null) with { Reading = "with “plat”", Notes = ["A note."] };
        using var response = new HttpResponseMessage { Content = JsonContent.Create(ours, options: JsonSerializerOptions.Web) };
        var theirs = await response.ReadAsync<ResultBefore>("search", CancellationToken.None);
        theirs.Should().BeEquivalentTo(ours, options => options.ExcludingMissingMembers());
    }

    [Test]
    public async Task Reading_and_notes_arrive_over_http()
    {
        var ours = SearchResult.Found([], null, null) with { Reading = "by “bruce”", Notes = ["One.", "Two."] };
        using var client = new HttpClient(new Answering(JsonSerializer.Serialize(ours, JsonSerializerOptions.Web))) { BaseAddress = new("http://search/") };
        (await new RemoteSearch(client).SearchAsync(new(), CancellationToken.None)).Should().BeEquivalentTo(ours);
    }

    private sealed class Answering(string json) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") });
    }
}
