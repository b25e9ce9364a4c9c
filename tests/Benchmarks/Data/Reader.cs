using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MyThoughts.Benchmarks.Core;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Benchmarks.Data;

/// <summary>Somebody who has an account, and thoughts for a full page with an older one behind it.</summary>
/// <param name="Token">Their token.</param>
internal sealed record Reader(string Token)
{
    public const int Thoughts = 25;
    public const string Username = "bench.reader";
    public const string Password = "a long enough password";

    /// <summary>What is in each of their thoughts, and in nobody else's.</summary>
    public const string Word = "zyzzyvabench";

    private static readonly TimeSpan LongestCatchUp = TimeSpan.FromMinutes(1);

    /// <summary>The cookie header that pages are asked for with.</summary>
    public string Cookie => $"session={Token}";

    /// <summary>Registers them and posts; after an interrupted run, what is missing.</summary>
    public static async Task MakeAsync(HostProcess monolith, CancellationToken cancellationToken)
    {
        await RegisterAsync(monolith, cancellationToken);
        using var client = (await LogInAsync(monolith, cancellationToken)).ClientOf(monolith);
        var there = (await client.GetFromJsonAsync<JsonElement>("api/me/thoughts/", cancellationToken)).GetArrayLength();
        for (var number = there; number < Thoughts; number++)
        {
            using var posted = await client.PostAsJsonAsync("api/me/thoughts/", new { text = $"{Word} number {number} is a thought of no length to speak of" }, cancellationToken);
            posted.EnsureSuccessStatusCode();
        }
        for (var end = DateTime.UtcNow + LongestCatchUp; await FoundAsync(client, cancellationToken) < Thoughts; await Task.Delay(100, cancellationToken))
            if (DateTime.UtcNow > end) throw new VoidException("search does not catch up with what was posted.");
    }

    /// <summary>Gives them an account, unless they have one.</summary>
    public static async Task RegisterAsync(HostProcess monolith, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = monolith.Addresses.Internal };
        using var registered = await client.PostAsJsonAsync("admin/users/", new { username = Username, password = Password }, cancellationToken);
        if (registered.StatusCode != HttpStatusCode.Conflict) registered.EnsureSuccessStatusCode();
    }

    public static async Task<Reader> LogInAsync(HostProcess monolith, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = monolith.Addresses.Public };
        using var login = await client.PostAsJsonAsync("api/login/", new { username = Username, password = Password }, cancellationToken);
        login.EnsureSuccessStatusCode();
        return new((await login.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("Authorized").GetString()!["Bearer ".Length..]);
    }

    public HttpClient ClientOf(HostProcess monolith) => new()
    {
        BaseAddress = monolith.Addresses.Public,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Token) },
    };

    private static async Task<int> FoundAsync(HttpClient client, CancellationToken cancellationToken) =>
        (await client.GetFromJsonAsync<JsonElement>($"api/search/?q={Word}&limit=100", cancellationToken)).GetProperty("items").GetArrayLength();
}
