using Microsoft.Playwright;
using MyThoughts.Support;
using static Microsoft.Playwright.Assertions;

namespace MyThoughts.EndToEnd.Tests.Browser;

/// <summary>The main pages as a newcomer sees them. With <c>MYTHOUGHTS_PICTURES=1</c> the pictures of the README are taken anew.</summary>
internal sealed class PictureTests
{
    private static readonly ViewportSize Desktop = new() { Width = 1280, Height = 800 };
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    [TestCase("timeline", "/thoughts/", false), TestCase("search", "/search?search=the", false)]
    [TestCase("profile", "/@stephen/", false), TestCase("phone-dark", "/thoughts/", true)]
    public async Task The_demo_data_fills_the_main_pages(string picture, string path, bool isPhoneAtNight)
    {
        await using var window = await TheBrowser.OpenAsync(new()
        {
            ViewportSize = isPhoneAtNight ? Phone : Desktop,
            ColorScheme = isPhoneAtNight ? ColorScheme.Dark : ColorScheme.Light,
        });
        await window.LogInAsync("bruce", "password");

        await window.GoAsync(path);

        await Expect(window.Page.Locator("article.thought").First).ToBeVisibleAsync();
        if (TheBrowser.IsTakingPictures) await window.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "docs", "images", picture + ".png") });
    }
}
