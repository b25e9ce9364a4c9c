using MyThoughts.BoundaryCheck.Rules;

namespace MyThoughts.BoundaryCheck.Reports;

/// <summary>What several sections of the page are made of.</summary>
internal static class HtmlParts
{
    private const int ShownPlaces = 12;

    /// <summary>A table that scrolls by itself when the screen is too narrow for it.</summary>
    public static Markup Table(string caption, Markup head, IEnumerable<Markup> rows, string kind = "") => Markup.Of($"""
        <div class="wide" role="region" tabindex="0" aria-label="{caption}"><table class="{kind}"><caption>{caption}</caption><thead>{head}</thead><tbody>{rows}</tbody></table></div>
        """);

    public static Markup Head(params string[] columns) => Markup.Of($"<tr>{columns.Select(column => Markup.Of($"<th scope=\"col\">{column}</th>"))}</tr>");

    /// <summary>A section of the page, with a name that the contents and links can use.</summary>
    public static Markup Section(string id, string title, Markup content) =>
        Markup.Of($"<section id=\"{id}\" aria-labelledby=\"{id}-title\"><h2 id=\"{id}-title\">{title}</h2>{content}</section>\n");

    public static Markup Paragraph(string text) => Markup.Of($"<p>{text}</p>");

    public static Markup Places(IEnumerable<Place> places)
    {
        var all = places.Distinct().Order().ToList();
        return Markup.Of($"<ul class=\"places\">{all.Take(ShownPlaces).Select(place => Markup.Of($"<li>{place.ToString()}</li>"))}{(all.Count > ShownPlaces ? Markup.Of($"<li>and {all.Count - ShownPlaces} more</li>") : Markup.Nothing)}</ul>");
    }

    /// <summary>A state: a shape, a word, and only then a colour.</summary>
    public static Markup Badge(string kind, string word)
    {
        var shape = kind switch { "good" => "M1 6 4.5 10 11 2", "bad" => "M2 2 10 10M10 2 2 10", "known" => "M6 1 11 6 6 11 1 6z", _ => "M1.5 6H10.5" };
        return Markup.Of($"<span class=\"badge {kind}\"><svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><path d=\"{shape}\"/></svg>{word}</span>");
    }

    /// <summary>The lines around a place, with the one that matters marked.</summary>
    public static Markup Source(string root, Place place)
    {
        var lines = SourceExcerpt.Read(root, place);
        return lines.Count == 0 ? Markup.Nothing : Markup.Of($"<pre><code>{lines.Select(line => Line(line.Number, line.Text, line.Number == place.Line))}</code></pre>");
    }

    /// <summary>A small column for each value; the figures are in its text too.</summary>
    public static Markup Columns(IReadOnlyList<string> names, IReadOnlyList<int> values, string unit)
    {
        var highest = Math.Max(1, values.DefaultIfEmpty(0).Max());
        var width = Math.Clamp(240 / Math.Max(1, values.Count), 3, 14);
        var bars = values.Select((value, at) => Markup.Of($"<rect x=\"{at * width}\" y=\"{28 - 26.0 * value / highest}\" width=\"{width - 1}\" height=\"{26.0 * value / highest}\"/>"));
        var text = string.Join(", ", values.Select((value, at) => $"{names[at]} {value}"));
        return Markup.Of($"<svg class=\"columns\" viewBox=\"0 0 {width * values.Count} 29\" width=\"{width * values.Count}\" height=\"29\" role=\"img\" aria-label=\"{unit}: {text}\"><title>{unit}: {text}</title>{bars}<path d=\"M0 28.5H{width * values.Count}\"/></svg>");
    }

    public static Markup Advice(Rule rule) =>
        Markup.Of($"<dl class=\"advice\"><div><dt>Why</dt><dd>{Words.Sentence(rule.Reason)}</dd></div><div><dt>Instead</dt><dd>{Words.Sentence(rule.Instead)}</dd></div></dl>");

    private static Markup Line(int number, string text, bool matters)
    {
        var line = Markup.Of($"<span class=\"number\">{number}</span>{text}");
        return matters ? Markup.Of($"<mark>{line}</mark>") : Markup.Of($"<span>{line}</span>");
    }
}
