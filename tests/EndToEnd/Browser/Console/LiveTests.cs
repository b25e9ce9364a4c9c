using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MyThoughts.EndToEnd.Tests.Browser.Console;

/// <summary>Pages that stay open while others change things.</summary>
internal sealed class LiveTests
{
    [Test]
    public async Task A_weight_that_is_changed_elsewhere_appears_on_open_pages_which_do_not_move_and_say_so_once()
    {
        using var turn = await TheConsole.TakeTurnAsync();
        await using var window = await TheConsole.OpenAsync();
        var (board, route) = (window.Page, await window.Page.Context.NewPageAsync());
        await route.GotoAsync("/admin/routes/search");
        foreach (var page in new[] { board, route })
        {
            await Expect(page.Locator("#connection")).ToHaveTextAsync("● live");
            await page.EvaluateAsync("window.isTheSamePage = true");
        }
        await route.GetByLabel("Reason").FillAsync("still typing");
        var before = await PlacesAsync(board);

        await TheConsole.ChangeAsync("search", 37.25m, "From elsewhere");

        await Expect(board.Locator("#search-shares")).ToContainTextAsync("37.25%");
        await Expect(board.Locator("#search-last")).ToContainTextAsync("From elsewhere");
        await Expect(board.Locator("#announcement")).ToContainTextAsync("From elsewhere");
        (await PlacesAsync(board)).Should().Equal(before, "nothing moves under the pointer");
        await Expect(route).ToHaveTitleAsync("search: 37.25% - Gateway - MyThoughts");
        await Expect(route.Locator("#weight")).ToHaveTextAsync(": 37.25%");
        await Expect(route.Locator("#history")).ToContainTextAsync("From elsewhere");
        await Expect(route.GetByLabel("Reason")).ToHaveValueAsync("still typing");
        await Expect(route.GetByLabel("Weight")).ToHaveValueAsync("25");
        foreach (var page in new[] { board, route }) (await page.EvaluateAsync<bool>("window.isTheSamePage === true")).Should().BeTrue("nobody loaded it again");
        window.Complaints.Should().BeEmpty();
    }

    [Test]
    public async Task A_page_that_hears_nothing_says_so_and_goes_on_when_it_can()
    {
        await using var window = await TheConsole.OpenAsync();
        await window.Page.RouteAsync("**/admin/api/events", route => route.AbortAsync());
        await window.GoAsync("/admin/");
        await Expect(window.Page.Locator("#connection")).ToHaveTextAsync("○ not live");
        await Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Refresh" })).ToBeVisibleAsync();
        await window.Page.UnrouteAsync("**/admin/api/events");
        await Expect(window.Page.Locator("#connection")).ToHaveTextAsync("● live", new() { Timeout = 15_000 });
    }

    [Test]
    public async Task Times_are_in_UTC_with_ones_own_in_the_title()
    {
        await using var window = await TheConsole.OpenAsync(new() { TimezoneId = "Asia/Tokyo", Locale = "en-GB" });
        var time = window.Page.Locator("#search-last time");
        await Expect(time).ToContainTextAsync("UTC");
        var machine = DateTime.Parse((await time.GetAttributeAsync("datetime"))!, null, System.Globalization.DateTimeStyles.AdjustToUniversal);
        (await time.GetAttributeAsync("title")).Should().Contain(machine.AddHours(9).ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)).And.EndWith("where you are");
    }

    private static async Task<IReadOnlyList<double>> PlacesAsync(IPage page) =>
        await page.EvaluateAsync<double[]>("[...document.querySelectorAll('.board .side > *')].map(cell => cell.getBoundingClientRect().left)");
}
