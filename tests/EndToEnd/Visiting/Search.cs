using System.Diagnostics;
using System.Text.Json;

namespace MyThoughts.EndToEnd.Tests.Visiting;

/// <summary>Searches, and waits for the read model as long as it may lag behind.</summary>
internal static class Search
{
    public static async Task<IReadOnlyList<JsonElement>> FindAsync(Visitor visitor, string text)
    {
        var answer = await visitor.GetAsync($"/api/search/?q={Uri.EscapeDataString(text)}");
        answer.Status.Should().Be(200, "a search for '{0}' has an answer, but: {1}", text, answer);
        return [.. answer.Json.GetProperty("items").EnumerateArray()];
    }

    /// <summary>Asks until there are so many matches, and answers what there is when the time is over.</summary>
    public static async Task<IReadOnlyList<JsonElement>> UntilFoundAsync(Visitor visitor, string text, TimeSpan limit, int count = 1)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var isOver = watch.Elapsed > limit;
            var items = await FindAsync(visitor, text);
            if (items.Count == count || isOver) return items;
            await Task.Delay(20);
        }
    }
}
