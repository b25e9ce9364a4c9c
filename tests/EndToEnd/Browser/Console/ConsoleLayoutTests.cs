using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MyThoughts.EndToEnd.Tests.Browser.Console;

internal sealed class ConsoleLayoutTests
{
    private const string TooSmall = """
        [...document.querySelectorAll("main button, .places a, .presets a, h2 a, label:has(input), input:not([type=radio], [type=checkbox], [type=hidden])")]
          .filter(target => Math.min(target.getBoundingClientRect().width, target.getBoundingClientRect().height) < 44)
          .map(target => target.outerHTML)
        """;

    [Test]
    public async Task On_a_phone_what_one_touches_is_large_enough_for_a_thumb()
    {
        await using var window = await TheConsole.OpenAsync(new() { ViewportSize = new() { Width = 320, Height = 700 }, HasTouch = true, IsMobile = true });
        foreach (var path in new[] { "/admin/", "/admin/routes/search", "/admin/keys", "/admin/change?Route=search&Monolith=maint&Service=maint" })
        {
            await window.GoAsync(path);
            (await window.Page.EvaluateAsync<string[]>(TooSmall)).Should().BeEmpty("fingers use {0}", path);
        }
    }

    [Test]
    public async Task The_keyboard_gets_to_the_first_route_past_the_navigation()
    {
        await using var window = await TheConsole.OpenAsync();
        var page = window.Page;
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "users", Exact = true })).ToBeFocusedAsync();
    }
}
