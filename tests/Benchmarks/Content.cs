using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace MyThoughts.Benchmarks;

/// <summary>What there is to read: enough thoughts for full pages.</summary>
internal sealed record Content(IReadOnlyList<Content.Page> Pages)
{
    private const int Thoughts = 1000;
    private static readonly string[] Words = ["platypus", "harbour", "coffee", "lantern", "meadow", "signal", "paper", "winter"];

    /// <summary>Something to ask for.</summary>
    internal sealed record Page(string What, string Path, string Cookies);

    /// <summary>Posts as one of the demo users, and returns once search has it all.</summary>
    public static async Task<Content> WriteAsync(Uri host)
    {
        using var client = new HttpClient { BaseAddress = host };
        using var login = await client.PostAsJsonAsync("/api/login/", new { username = "bruce", password = "password" });
        login.EnsureSuccessStatusCode();
        var token = (await login.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("Authorized").GetString()!["Bearer ".Length..];
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var id = 0L;
        for (var number = 1; number <= Thoughts; number++) id = await PostAsync(client, TextOf(number));
        await WaitForSearchAsync(client, TextOf(Thoughts));
        return new([
            new("thoughts page", "/thoughts/", $"session={token}"),
            new("search page", "/search?search=platypus", ""),
            new("one thought", string.Create(CultureInfo.InvariantCulture, $"/api/thoughts/{id}/"), ""),
        ]);
    }

    private static string TextOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"Thought number {number} is about {Words[number % Words.Length]} and {Words[number / 3 % Words.Length]}");

    private static async Task<long> PostAsync(HttpClient client, string text)
    {
        using var answer = await client.PostAsJsonAsync("/api/me/thoughts/", new { text });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
    }

    private static async Task WaitForSearchAsync(HttpClient client, string text)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await client.GetFromJsonAsync<JsonElement>($"/api/search/?q={Uri.EscapeDataString(text)}", limit.Token)).GetProperty("items").GetArrayLength() == 0)
            await Task.Delay(100, limit.Token);
    }
}
