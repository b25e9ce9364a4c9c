using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace MyThoughts.Gateway.Pages.Parts;

/// <summary>Who gets how much, as one bar: the monolith plain from the left, the service hatched from the right.</summary>
internal static class SplitBar
{
    public static IHtmlContent Draw(double? service)
    {
        if (service is not { } share) return new HtmlString("""<svg class="split" aria-hidden="true"><rect class="nothing" width="100%" height="100%"/></svg>""");
        var (left, right) = (Percent(1 - share), Percent(share));
        return new HtmlString($"""
            <svg class="split" aria-hidden="true"><rect class="monolith" width="{left}" height="100%"/><rect class="service" x="{left}" width="{right}" height="100%"/><rect class="hatch" x="{left}" width="{right}" height="100%" fill="url(#hatch)"/></svg>
            """);
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##}%");
}
