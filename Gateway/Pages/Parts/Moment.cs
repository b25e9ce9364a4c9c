using System.Globalization;
using Microsoft.AspNetCore.Html;
using MyThoughts.Chassis.Pages;

namespace MyThoughts.Gateway.Pages.Parts;

/// <summary>A time in UTC, so that colleagues in two places speak of the same one. The script puts the reader's own into the title.</summary>
internal static class Moment
{
    public static IHtmlContent Of(DateTime moment) => Write(moment, moment.ToString("d MMM yyyy, HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));

    public static IHtmlContent Of(DateTimeOffset moment) => Of(moment.UtcDateTime);

    /// <summary>Of today: the date would only be in the way.</summary>
    public static IHtmlContent Clock(DateTimeOffset moment) => Write(moment.UtcDateTime, moment.UtcDateTime.ToString("HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));

    private static HtmlString Write(DateTime moment, string text) =>
        new($"""<time datetime="{RelativeTime.Machine(moment)}" title="{RelativeTime.Exact(moment)}">{text}</time>""");
}
