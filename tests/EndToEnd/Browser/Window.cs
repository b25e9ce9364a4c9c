using System.Collections.Concurrent;
using Microsoft.Playwright;
using MyThoughts.EndToEnd.Tests.Visiting;
using MyThoughts.Support;

namespace MyThoughts.EndToEnd.Tests.Browser;

/// <summary>A browser window, and everything it complained about.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = new();

    public Window(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") complaints.Enqueue($"{page.Url}: {message.Text}"); };
        page.PageError += (_, error) => complaints.Enqueue($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts and breaches of the content security policy. A failed answer is one to the console too, and meant to be.</summary>
    public IEnumerable<string> Complaints => complaints.Where(complaint => !complaint.Contains("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal));

    public Task GoAsync(string path) => Page.GotoAsync(path);

    public async Task SignUpAsync(string username)
    {
        await GoAsync("/register/");
        await Page.GetByLabel("Username").FillAsync(username);
        await Page.GetByLabel("Password", new() { Exact = false }).First.FillAsync(Names.Password);
        await Page.Locator("main form button").ClickAsync();
    }

    public async Task LogInAsync(string username, string password = Names.Password)
    {
        await GoAsync("/login/");
        await Page.GetByLabel("Username").FillAsync(username);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.Locator("main form button").ClickAsync();
    }

    public async Task PostAsync(string text)
    {
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "What are you thinking?" }).FillAsync(text);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true }).ClickAsync();
    }

    /// <summary>Searches for a text until the thought is there, as a person would who has just posted it.</summary>
    public async Task SearchAsync(string text)
    {
        await Eventually.HoldsAsync(async () =>
        {
            await Page.GetByRole(AriaRole.Searchbox).FillAsync(text);
            await Page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
            // Not until it has loaded: of a search that is sent again, that event may be the one before's, and is then waited for in vain.
            await Page.WaitForURLAsync("**/search?**", new() { WaitUntil = WaitUntilState.Commit });
            return await ShowsAThoughtAsync();
        }, $"a search for '{text}' shows a thought");
    }

    private async Task<bool> ShowsAThoughtAsync()
    {
        try
        {
            await Page.Locator("article.thought").First.WaitForAsync(new() { Timeout = 2_000 });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
