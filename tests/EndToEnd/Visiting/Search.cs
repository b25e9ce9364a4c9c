using System.Text.Json;
using MyThoughts.Support;

namespace MyThoughts.EndToEnd.Tests.Visiting;

/// <summary>Searches, and waits for the read model, which lags behind.</summary>
internal static class Search
{
    public static async Task<IReadOnlyList<JsonElement>> FindAsync(Visitor visitor, string text)
    {
        var answer = await AnswerAsync(visitor, text);
        answer.Status.Should().Be(200, "a search for '{0}' has an answer, but: {1}", text, answer);
        return [.. answer.Json.GetProperty("items").EnumerateArray()];
    }

    public static Task<Answer> AnswerAsync(Visitor visitor, string text) => visitor.GetAsync($"/api/search/?q={Uri.EscapeDataString(text)}");

    /// <summary>Asks until there are so many matches, and answers them.</summary>
    public static async Task<IReadOnlyList<JsonElement>> UntilFoundAsync(Visitor visitor, string text, int count = 1)
    {
        IReadOnlyList<JsonElement> items = [];
        await Eventually.HoldsAsync(
            async () => (items = await FindAsync(visitor, text)).Count == count,
            $"a search for '{text}' finds {count}", instead: () => $"{items.Count} found");
        return items;
    }
}
