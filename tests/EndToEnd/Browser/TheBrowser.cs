using Microsoft.Playwright;
using MyThoughts.Support.Browser;

namespace MyThoughts.EndToEnd.Tests.Browser;

/// <summary>One Chromium for all browser tests; each test has a window of its own, with cookies of its own.</summary>
[SetUpFixture]
internal sealed class TheBrowser
{
    // The sandbox refuses root; the rest keeps a browser that starts for a minute from talking to its makers.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    /// <summary>With <c>MYTHOUGHTS_PICTURES=1</c> the pictures of the README are taken anew.</summary>
    public static readonly bool IsTakingPictures = Environment.GetEnvironmentVariable("MYTHOUGHTS_PICTURES") == "1";

    private static IPlaywright? playwright;
    private static IBrowser? browser;

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.Find() ?? throw new InvalidOperationException("There is no Chromium. On Debian: apt-get install chromium"),
            Args = Arguments,
            // As on a desk: beside a scrollbar, a page has less room than its window. A picture is better without.
            IgnoreDefaultArgs = IsTakingPictures ? [] : ["--hide-scrollbars"],
        });
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>Opens a window on the gateway at 50, or where the options say.</summary>
    public static async Task<Window> OpenAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL ??= TheSystem.Gateway(50).Addresses.Public.ToString();
        var context = await browser!.NewContextAsync(options);
        context.SetDefaultTimeout(10_000);
        return new Window(context, await context.NewPageAsync());
    }
}
