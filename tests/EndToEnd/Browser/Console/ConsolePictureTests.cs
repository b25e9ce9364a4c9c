using Microsoft.Playwright;
using MyThoughts.Support;
using static Microsoft.Playwright.Assertions;

namespace MyThoughts.EndToEnd.Tests.Browser.Console;

/// <summary>The board and a route as the platform team sees them. With <c>MYTHOUGHTS_PICTURES=1</c> the pictures of the README are taken anew.</summary>
internal sealed class ConsolePictureTests
{
    private static readonly ViewportSize Desktop = new() { Width = 1280, Height = 880 };
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    [Test]
    public async Task A_gateway_with_traffic_fills_its_pages()
    {
        if (TheBrowser.IsTakingPictures) await Crowd.VisitAsync(TheConsole.Gateway.Host.Addresses.Public, TimeSpan.FromMinutes(15.5));
        await using var window = await TheConsole.OpenAsync(new() { ViewportSize = Desktop });
        await ShowAsync(window, "/admin/", "console-board");
        await ShowAsync(window, "/admin/routes/search", "console-route");
        if (!TheBrowser.IsTakingPictures) return;
        await using var phone = await TheConsole.OpenAsync(new() { ViewportSize = Phone, ColorScheme = ColorScheme.Dark });
        await ShowAsync(phone, "/admin/routes/search", "console-phone-dark");
    }

    private static async Task ShowAsync(Window window, string path, string picture)
    {
        await window.GoAsync(path);
        await Expect(window.Page.Locator("#connection")).ToHaveTextAsync("● live");
        await Expect(window.Page.Locator("#search-service-health")).ToHaveTextAsync("1 of 1 healthy");
        await Expect(window.Page.Locator("#search-monolith-requests path.monolith")).ToBeAttachedAsync();
        if (TheBrowser.IsTakingPictures) await window.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "docs", "images", picture + ".png") });
    }
}
