using System.Diagnostics;
using Microsoft.Playwright;
using MyThoughts.Support;

namespace MyThoughts.EndToEnd.Tests.Browser;

/// <summary>The page of the boundary check, opened from a file as an architect does, with violations on it and every part unfolded.</summary>
[TestFixture(ColorScheme.Light), TestFixture(ColorScheme.Dark)]
internal sealed class BoundaryReportTests(ColorScheme colours)
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"boundaries-{Guid.NewGuid():N}.html");

    [OneTimeSetUp]
    public async Task WriteAsync()
    {
        // Not built: the map and the project files have violations enough, and that much was not checked is to be seen too.
        var planted = Path.Combine(Repository.Root, "tests", "Boundaries", "Planted");
        var check = Path.Combine(Repository.Root, "tests", "BoundaryCheck", "bin", "Debug", "net10.0", "MyThoughts.BoundaryCheck.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [check, "--root", planted, "--html", file]) { RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(1);
    }

    [OneTimeTearDown]
    public void Remove() => File.Delete(file);

    [Test]
    public async Task Axe_finds_no_violation_and_nothing_is_wider_than_a_phone()
    {
        await using var window = await TheBrowser.OpenAsync(new() { ColorScheme = colours, ViewportSize = new() { Width = 320, Height = 640 } });
        await window.Page.GotoAsync(new Uri(file).AbsoluteUri);
        await window.Page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");
        (await window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync()).Should().Contain("new violations");
        await Axe.ShouldFindNothingAsync(window, colours, "the report of the boundary check");
        (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(320);
        window.Complaints.Should().BeEmpty();
    }
}
