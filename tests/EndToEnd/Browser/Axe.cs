using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace MyThoughts.EndToEnd.Tests.Browser;

/// <summary>Looks for what keeps people from using a page: <see href="https://github.com/dequelabs/axe-core"/>.</summary>
internal static class Axe
{
    /// <summary>In every rule when the page is light; what is dark differs from that in its colours alone.</summary>
    public static async Task ShouldFindNothingAsync(Window window, ColorScheme colours, string what)
    {
        // The violations alone: with each element that is well, the answer would be many times as large.
        var options = new AxeRunOptions { ResultTypes = [ResultType.Violations] };
        if (colours == ColorScheme.Dark) options.RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block");
        var result = await window.Page.RunAxe(options);
        result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}")
            .Should().BeEmpty("{0} is for everybody", what);
    }
}
