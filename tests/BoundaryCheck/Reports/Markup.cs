using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace MyThoughts.BoundaryCheck.Reports;

/// <summary>A piece of HTML or SVG. Whatever is put into it that is not markup itself is shown as text, so nothing can be forgotten.</summary>
internal readonly record struct Markup(string Html)
{
    public static readonly Markup Nothing = new("");

    public static Markup Of(Builder content) => new(content.Html);

    public static Markup All(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(part => part.Html)));

    public override string ToString() => Html;

    /// <summary>What the compiler makes of <c>$"…"</c> where markup is asked for.</summary>
    [InterpolatedStringHandler]
    internal readonly struct Builder(int literal, int holes)
    {
        private readonly StringBuilder html = new(literal + holes * 16);

        public string Html => html.ToString();

        public void AppendLiteral(string text) => html.Append(text);

        public void AppendFormatted(Markup part) => html.Append(part.Html);

        public void AppendFormatted(IEnumerable<Markup> parts)
        {
            foreach (var part in parts) html.Append(part.Html);
        }

        public void AppendFormatted(string? text) => html.Append(WebUtility.HtmlEncode(text));

        public void AppendFormatted(int number) => html.Append(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(double number) => html.Append(number.ToString("0.##", CultureInfo.InvariantCulture));
    }
}
