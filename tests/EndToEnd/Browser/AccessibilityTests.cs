using Microsoft.Playwright;

namespace MyThoughts.EndToEnd.Tests.Browser;

[TestFixture(ColorScheme.Light), TestFixture(ColorScheme.Dark)]
internal sealed class AccessibilityTests(ColorScheme colours)
{
    private Gallery gallery = null!;

    [OneTimeSetUp]
    public async Task FillAsync() => gallery = await Gallery.OpenAsync();

    [Test]
    public async Task Axe_finds_no_violation_on_any_page()
    {
        await using var window = await OpenAsync();
        foreach (var path in gallery.Paths)
        {
            await window.GoAsync(path);
            await ShouldBeAccessibleAsync(window, path);
        }
    }

    [Test]
    public async Task Axe_finds_no_violation_on_forms_with_errors()
    {
        await using var window = await OpenAsync();
        await window.GoAsync("/thoughts/");
        await window.PostAsync(new string('x', 251));
        await ShouldBeAccessibleAsync(window, "a thought that is too long");

        await using var stranger = await TheBrowser.OpenAsync(new() { ColorScheme = colours, BypassCSP = true });
        await ShouldBeAccessibleAsync(stranger, "/login/", () => stranger.LogInAsync(gallery.Username, "wrong"));
        await ShouldBeAccessibleAsync(stranger, "/register/", async () =>
        {
            await stranger.GoAsync("/register/");
            await stranger.Page.GetByLabel("Username").FillAsync("a/b");
            await stranger.Page.Locator("main form button").ClickAsync();
        });
        foreach (var path in gallery.Paths.Where(path => path.StartsWith("/search", StringComparison.Ordinal) || path.StartsWith("/@", StringComparison.Ordinal)))
            await ShouldBeAccessibleAsync(stranger, path, () => stranger.GoAsync(path));
    }

    // The policy of our pages forbids the script that axe brings along; whether they obey it is for another test.
    private Task<Window> OpenAsync() => gallery.OpenWindowAsync(new() { ColorScheme = colours, BypassCSP = true });

    private async Task ShouldBeAccessibleAsync(Window window, string what, Func<Task> reach)
    {
        await reach();
        await ShouldBeAccessibleAsync(window, what);
    }

    private Task ShouldBeAccessibleAsync(Window window, string what) => Axe.ShouldFindNothingAsync(window, colours, what);
}
