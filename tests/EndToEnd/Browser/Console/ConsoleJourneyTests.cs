using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MyThoughts.EndToEnd.Tests.Browser.Console;

[TestFixture(true), TestFixture(false)]
internal sealed class ConsoleJourneyTests(bool javaScript)
{
    [Test]
    public async Task An_operator_looks_previews_shifts_and_takes_back()
    {
        using var turn = await TheConsole.TakeTurnAsync();
        await using var window = await TheConsole.OpenAsync(new() { JavaScriptEnabled = javaScript });
        var page = window.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "users", Exact = true }).ClickAsync();
        await Expect(page).ToHaveTitleAsync("users: 0% - Gateway - MyThoughts");

        await page.GetByLabel("Weight").FillAsync("12.5");
        await page.GetByLabel("Reason").FillAsync("A journey");
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Expect(page.Locator(".effects")).ToContainTextAsync("12.5% of users’s visitors move from the monolith to the service");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(page).ToHaveTitleAsync("users: 12.5% - Gateway - MyThoughts");
        await Expect(page.Locator("#history")).ToContainTextAsync("A journey");

        await page.GetByRole(AriaRole.Link, new() { Name = "Undo this change…" }).First.ClickAsync();
        await Expect(page.Locator(".effects")).ToContainTextAsync("12.5% of users’s visitors move from the service to the monolith");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(page).ToHaveTitleAsync("users: 0% - Gateway - MyThoughts");
        window.Complaints.Should().BeEmpty();
    }
}
