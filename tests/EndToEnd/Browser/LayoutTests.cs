using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MyThoughts.EndToEnd.Tests.Browser;

internal sealed class LayoutTests
{
    private Gallery gallery = null!;

    [OneTimeSetUp]
    public async Task FillAsync() => gallery = await Gallery.OpenAsync();

    [TestCase(320), TestCase(390), TestCase(1280)]
    public async Task No_page_scrolls_sideways_or_complains(int width)
    {
        await using var window = await gallery.OpenWindowAsync(new() { ViewportSize = new() { Width = width, Height = 800 } });
        foreach (var path in gallery.Paths)
        {
            await window.GoAsync(path);
            (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).Should().Be(0, "of {0}", path);
        }
        window.Complaints.Should().BeEmpty();
    }

    [Test]
    public async Task What_one_touches_is_large_enough_for_a_thumb()
    {
        await using var window = await gallery.OpenWindowAsync(new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true });
        foreach (var path in gallery.Paths)
        {
            await window.GoAsync(path);
            foreach (var button in await window.Page.Locator("button:visible, input:visible:not([type=hidden]), textarea:visible").AllAsync())
            {
                var box = await button.BoundingBoxAsync();
                Math.Min(box!.Width, box.Height).Should().BeGreaterThanOrEqualTo(44, "{0} of {1}", await button.EvaluateAsync<string>("e => e.outerHTML.slice(0, 99)"), path);
            }
        }
    }

    [Test]
    public async Task The_keyboard_gets_everywhere_in_reading_order_and_slash_searches()
    {
        await using var window = await gallery.OpenWindowAsync(new());
        await window.GoAsync($"/@{gallery.Username}/");

        await window.Page.Keyboard.PressAsync("Tab");
        await Expect(window.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" })).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window.Page.Locator("#main")).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Tab");
        (await window.Page.EvaluateAsync<bool>("document.activeElement.closest('main') !== null")).Should().BeTrue();

        await window.Page.Keyboard.PressAsync("/");
        await Expect(window.Page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await Expect(window.Page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("");
    }

    [Test]
    public async Task A_slash_that_belongs_to_a_text_stays_in_it()
    {
        await using var window = await gallery.OpenWindowAsync(new());
        var box = window.Page.GetByRole(AriaRole.Textbox, new() { Name = "What are you thinking?" });

        await box.PressSequentiallyAsync("and/or");

        await Expect(box).ToHaveValueAsync("and/or");
    }

    [Test]
    public async Task The_counter_speaks_up_for_the_last_forty_characters_and_counts_as_people_do()
    {
        await using var window = await gallery.OpenWindowAsync(new());
        var (box, counter) = (window.Page.GetByRole(AriaRole.Textbox, new() { Name = "What are you thinking?" }), window.Page.Locator(".counter"));

        await box.FillAsync("short");
        await Expect(counter).ToBeEmptyAsync();
        await box.FillAsync(string.Concat(Enumerable.Repeat("🦦", 240)));
        await Expect(counter).ToContainTextAsync("10");
        await box.FillAsync(new string('x', 253));
        await Expect(counter).ToContainTextAsync("3");
    }

    [Test]
    public async Task A_time_says_when_exactly()
    {
        await using var window = await gallery.OpenWindowAsync(new());
        foreach (var time in await window.Page.Locator("article.thought time").AllAsync())
        {
            (await time.GetAttributeAsync("datetime")).Should().MatchRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$");
            (await time.GetAttributeAsync("title")).Should().NotBeNullOrEmpty();
            (await time.TextContentAsync()).Should().NotBeNullOrEmpty();
        }
    }
}
