using System.Text.Json;

namespace MyThoughts.EndToEnd.Tests.Visiting;

/// <summary>Somebody who is logged in.</summary>
internal sealed record Author(string Username, Visitor Visitor)
{
    /// <summary>Posts through the API and answers the thought.</summary>
    public async Task<JsonElement> PostAsync(string text)
    {
        var answer = await Visitor.PostJsonAsync("/api/me/thoughts/", new { text });
        answer.Status.Should().Be(201, "'{0}' is a fine thought, but: {1}", text, answer);
        return answer.Json;
    }

    public async Task<IReadOnlyList<JsonElement>> OwnThoughtsAsync() => [.. (await Visitor.GetAsync("/api/me/thoughts/")).Json.EnumerateArray()];
}
