using Microsoft.Playwright;

namespace MyThoughts.EndToEnd.Tests.Browser.Console;

[TestFixture(ColorScheme.Light), TestFixture(ColorScheme.Dark)]
internal sealed class ConsoleAccessibilityTests(ColorScheme colours)
{
    private const int Desktop = 1280;
    private const int Phone = 320;

    private static readonly string[] Main = ["/admin/", "/admin/routes/search?path=/search"];

    private static readonly string[] Others =
    [
        "/admin/change?Route=search&Weight=50", "/admin/change?Route=search&Weight=half", "/admin/change?Route=search&Monolith=maint&Service=maint",
        "/admin/change?Route=search&Cluster=search", "/admin/change?Undo=1&Version=1", "/admin/history", "/admin/keys", "/admin/audit", "/admin/no/such/page",
    ];

    [Test]
    public async Task Every_page_is_accessible_and_none_scrolls_sideways_with_and_without_our_script()
    {
        // The policy of our pages forbids the script that axe brings along; whether they obey it is for another test.
        await using var window = await TheConsole.OpenAsync(new() { ColorScheme = colours, BypassCSP = true });
        foreach (var path in Main) await ShouldBeGoodAsync(window, path, Desktop, Phone);
        foreach (var path in Others) await ShouldBeGoodAsync(window, path, Phone);
        // The colours are the same without the script and for strangers.
        if (colours == ColorScheme.Dark) return;
        // Axe is a script itself: what stays away is ours.
        await window.Page.RouteAsync("**/console.js*", route => route.AbortAsync());
        foreach (var path in Main) await ShouldBeGoodAsync(window, path, Phone);
        await window.Page.Context.ClearCookiesAsync();
        await ShouldBeGoodAsync(window, "/admin/routes/search", Phone);
    }

    private async Task ShouldBeGoodAsync(Window window, string path, params int[] widths)
    {
        await window.GoAsync(path);
        (await window.Page.Locator("h1").CountAsync()).Should().Be(1, "{0} has one heading", path);
        foreach (var width in widths)
        {
            await window.Page.SetViewportSizeAsync(width, 800);
            (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).Should().Be(0, "of {0}", path);
            await Axe.ShouldFindNothingAsync(window, colours, $"{path}, {width} wide,");
        }
    }
}
