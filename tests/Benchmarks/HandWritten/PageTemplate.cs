using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using MyThoughts.Chassis.Pages;

namespace MyThoughts.Benchmarks.HandWritten;

/// <summary>
/// The page's bytes: what is the same in every answer, as it was in the monolith's, and between it what the rows say. Made from one of
/// the monolith's answers, so that it has the same bytes whatever the page looks like by now. The token against forgery in it is always
/// the same one.
/// </summary>
internal sealed class PageTemplate
{
    private const string Begin = "<article", End = "</article>";

    private readonly byte[] head, between, foot;
    private readonly (byte[] Before, char Field)[] article;
    private readonly byte[] articleEnd;

    private PageTemplate(string head, string between, string foot, string article)
    {
        (this.head, this.between, this.foot) = (Encoding.UTF8.GetBytes(head), Encoding.UTF8.GetBytes(between), Encoding.UTF8.GetBytes(foot));
        var pieces = new List<(byte[], char)>();
        var from = 0;
        for (var at = 0; at < article.Length; at++)
        {
            if (article[at] > Field.Last) continue;
            pieces.Add((Encoding.UTF8.GetBytes(article[from..at]), article[at]));
            from = at + 1;
        }
        (this.article, articleEnd) = ([.. pieces], Encoding.UTF8.GetBytes(article[from..]));
    }

    public static PageTemplate Of(string html, SearchQuery.Row first, string word)
    {
        var (begin, end) = (html.IndexOf(Begin, StringComparison.Ordinal), html.IndexOf(End, StringComparison.Ordinal) + End.Length);
        var next = html.IndexOf(Begin, end, StringComparison.Ordinal);
        var last = html.LastIndexOf(End, StringComparison.Ordinal) + End.Length;
        var article = html[begin..end];
        Put(TextOf(first, word), Field.Text);
        Put(RelativeTime.Machine(first.PostedAt), Field.Machine);
        Put(RelativeTime.Exact(first.PostedAt), Field.Exact);
        Put(PageAddress.OfThought(first.Id), Field.Address);
        Put(PageAddress.OfProfile(first.Username), Field.Profile);
        Put($"<bdi>{first.Username}</bdi>", Field.Author);
        var time = article.IndexOf("</time>", StringComparison.Ordinal);
        article = article[..(article.LastIndexOf('>', time) + 1)] + Field.Ago + article[time..];
        return new(html[..begin], html[end..next], html[last..], article);

        void Put(string value, char field)
        {
            if (!article.Contains(value, StringComparison.Ordinal)) throw new InvalidOperationException($"The page does not say {value}.");
            article = article.Replace(value, field.ToString(), StringComparison.Ordinal);
        }
    }

    public void Write(IBufferWriter<byte> output, List<SearchQuery.Row> rows, string word, DateTime now)
    {
        output.Write(head);
        foreach (var (index, row) in rows.Index())
        {
            if (index > 0) output.Write(between);
            foreach (var (before, field) in article)
            {
                output.Write(before);
                Encoding.UTF8.GetBytes(ValueOf(field, row, word, now), output);
            }
            output.Write(articleEnd);
        }
        output.Write(foot);
    }

    private static string ValueOf(char field, SearchQuery.Row row, string word, DateTime now) => field switch
    {
        Field.Text => TextOf(row, word),
        Field.Machine => RelativeTime.Machine(row.PostedAt),
        Field.Exact => RelativeTime.Exact(row.PostedAt),
        Field.Ago => RelativeTime.Of(row.PostedAt, now),
        Field.Address => PageAddress.OfThought(row.Id),
        Field.Profile => PageAddress.OfProfile(row.Username),
        _ => $"<bdi>{WebUtility.HtmlEncode(row.Username)}</bdi>",
    };

    private static string TextOf(SearchQuery.Row row, string word)
    {
        var at = row.Text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return string.Create(CultureInfo.InvariantCulture,
            $"{WebUtility.HtmlEncode(row.Text[..at])}<mark>{WebUtility.HtmlEncode(row.Text.Substring(at, word.Length))}</mark>{WebUtility.HtmlEncode(row.Text[(at + word.Length)..])}");
    }

    // Characters that no page holds.
    private static class Field
    {
        public const char Text = '\u0001', Machine = '\u0002', Exact = '\u0003', Ago = '\u0004', Address = '\u0005', Profile = '\u0006', Author = '\u0007', Last = '\u0008';
    }
}
