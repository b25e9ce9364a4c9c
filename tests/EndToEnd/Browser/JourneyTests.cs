using Microsoft.Playwright;
using MyThoughts.EndToEnd.Tests.Visiting;
using static Microsoft.Playwright.Assertions;

namespace MyThoughts.EndToEnd.Tests.Browser;

[TestFixture(true), TestFixture(false)]
internal sealed class JourneyTests(bool javaScript)
{
    [Test]
    public async Task A_person_signs_up_posts_searches_reads_and_logs_out()
    {
        await using var window = await TheBrowser.OpenAsync(new() { JavaScriptEnabled = javaScript });
        var (page, username, word) = (window.Page, Names.Unique(), Names.Unique("platypus"));

        await window.SignUpAsync(username);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = username })).ToBeVisibleAsync();
        await LogOutAsync(page);
        await window.LogInAsync(username);

        await window.PostAsync($"I met a {word} today.\nIt was kind.");
        var mine = page.Locator("article.thought").First;
        await Expect(mine.Locator(".text")).ToHaveTextAsync($"I met a {word} today.\nIt was kind.");
        await Expect(mine.Locator(".author")).ToHaveTextAsync(username);
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "What are you thinking?" })).ToHaveValueAsync("");

        await page.GetByRole(AriaRole.Link, new() { Name = "Mentions", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Mentions");

        await window.SearchAsync(word.ToUpperInvariant());
        await Expect(page.Locator("article.thought mark")).ToHaveTextAsync([word]);

        await page.Locator("article.thought .when").ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/thoughts/\d+/$"));
        await Expect(page.Locator("article.thought .text")).ToContainTextAsync(word);

        await page.Locator("article.thought .author").ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/@{username}/$"));
        await Expect(page.Locator("article.thought")).ToHaveCountAsync(1);

        await LogOutAsync(page);
        await window.GoAsync("/thoughts/");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/login/"));
        window.Complaints.Should().BeEmpty();
    }

    [Test]
    public async Task A_mistake_in_a_form_is_told_beside_the_field_and_what_was_typed_stays()
    {
        await using var window = await TheBrowser.OpenAsync(new() { JavaScriptEnabled = javaScript });
        var username = await Topology.GatewayAt50.RegisterAsync();

        await window.LogInAsync(username, "a wrong password");
        await Expect(window.Page.Locator("main")).ToContainTextAsync("password");
        await Expect(window.Page.GetByLabel("Username")).ToHaveValueAsync(username);
        await Expect(window.Page.GetByLabel("Password")).ToHaveValueAsync("");

        await window.LogInAsync(username);
        await window.PostAsync(new string('x', 251));
        var box = window.Page.GetByRole(AriaRole.Textbox, new() { Name = "What are you thinking?" });
        await Expect(box).ToHaveValueAsync(new string('x', 251));
        await Expect(box).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(box).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("250"));
        window.Complaints.Should().BeEmpty();
    }

    private static Task LogOutAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Log out" }).ClickAsync();
}
