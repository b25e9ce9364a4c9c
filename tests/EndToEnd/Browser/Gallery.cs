using MyThoughts.EndToEnd.Tests.Visiting;

namespace MyThoughts.EndToEnd.Tests.Browser;

/// <summary>One address for every kind of page, with something on it.</summary>
internal sealed record Gallery(string Username, IReadOnlyList<string> Paths)
{
    public static async Task<Gallery> OpenAsync()
    {
        var author = await Topology.GatewayAt50.NewAuthorAsync();
        var word = Names.Unique("gallery");
        await author.PostAsync("A first thought with a link https://example.org/a/rather/long/path?and=a&query=too and @bruce and #platypus.");
        await author.PostAsync($"Note to @{author.Username}, whom no @{Names.Unique("nobody")} knows.");
        await author.PostAsync(new string('W', 250));
        var last = await author.PostAsync($"{word}\n\nwith lines, 🦦🦦🦦 and שלום");
        for (var number = 0; number < 19; number++) await author.PostAsync($"Thought number {number}");
        await Search.UntilFoundAsync(author.Visitor, word);
        return new(author.Username,
        [
            "/thoughts/", $"/thoughts/{last.Id()}/", "/mentions/", "/account/", $"/@{author.Username}/",
            "/search", $"/search?search={word}", "/search?search=thought+-without+before:noon&order=best",
            "/search?search=there-is-no-such-thought", "/login/", "/register/", "/no/such/page", "/@nobody-of-this-name/",
        ]);
    }

    /// <summary>A window in which the author is logged in.</summary>
    public async Task<Window> OpenWindowAsync(Microsoft.Playwright.BrowserNewContextOptions options)
    {
        var window = await TheBrowser.OpenAsync(options);
        await window.LogInAsync(Username);
        return window;
    }
}
