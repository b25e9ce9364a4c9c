using System.Text.Encodings.Web;
using MyThoughts.Chassis.Pages;

namespace MyThoughts.Chassis.Tests.Pages;

internal sealed class ThoughtTextTests
{
    [TestCase("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [TestCase("\" onmouseover='x' &amp;", "&quot; onmouseover=&#39;x&#39; &amp;amp;")]
    [TestCase("two\n\nlines\tand\r\nmore", "two\n\nlines\tand\r\nmore")]
    [TestCase("naïve 日本語 👩‍👩‍👧", "naïve 日本語 👩‍👩‍👧")]
    [TestCase("nul \0 bell \a", "nul \uFFFD bell \uFFFD")]
    [TestCase("", "")]
    public void Text_is_shown_as_it_is(string text, string html) => Render(text).Should().Be(html);

    [Test]
    public void Lone_surrogates_are_replaced()
    {
        Render("a\uD83Db").Should().Be("a\uFFFDb");
        Render("a\uDE00").Should().Be("a\uFFFD");
        Render("\uD83D").Should().Be("\uFFFD");
    }

    [TestCase("https://example.com", "https://example.com", "")]
    [TestCase("HTTP://EXAMPLE.COM/a", "HTTP://EXAMPLE.COM/a", "")]
    [TestCase("https://example.com.", "https://example.com", ".")]
    [TestCase("https://example.com/a?b=c#d, and", "https://example.com/a?b=c#d", ", and")]
    [TestCase("https://example.com/!?…", "https://example.com/", "!?…")]
    [TestCase("https://example.com/(a)", "https://example.com/(a)", "")]
    [TestCase("https://example.com/a).", "https://example.com/a", ").")]
    [TestCase("https://example.com/a_(b))", "https://example.com/a_(b)", ")")]
    [TestCase("https://example.com/a]", "https://example.com/a", "]")]
    [TestCase("https://[::1]/a", "https://[::1]/a", "")]
    [TestCase("https://example.com。とても", "https://example.com", "。とても")]
    [TestCase("https://bücher.example/straße", "https://bücher.example/straße", "")]
    [TestCase("http://localhost:8080/x", "http://localhost:8080/x", "")]
    public void Web_addresses_become_links_without_the_punctuation_around_them(string text, string address, string rest) =>
        Render(text).Should().Be($"<a href=\"{address}\" rel=\"nofollow noopener\">{address}</a>{rest}");

    [Test]
    public void A_link_in_brackets_keeps_the_brackets_outside() =>
        Render("(see https://example.com/a)").Should().Be("(see <a href=\"https://example.com/a\" rel=\"nofollow noopener\">https://example.com/a</a>)");

    [Test]
    public void A_link_is_escaped_in_both_places() =>
        Render("https://example.com/?a=1&b='2'x").Should().Be(
            "<a href=\"https://example.com/?a=1&amp;b=&#39;2&#39;x\" rel=\"nofollow noopener\">https://example.com/?a=1&amp;b=&#39;2&#39;x</a>");

    [TestCase("https://example.com\"onclick=alert(1)")]
    [TestCase("https://example.com<script>")]
    [TestCase("https://example.com>")]
    [TestCase("https://example.com\u202Egnp.exe")]
    public void A_link_ends_before_what_cannot_be_part_of_one(string text) =>
        Render(text).Should().StartWith("<a href=\"https://example.com\" rel=\"nofollow noopener\">https://example.com</a>");

    [TestCase("javascript:alert(1)")]
    [TestCase("data:text/html,<b>")]
    [TestCase("ftp://example.com")]
    [TestCase("www.example.com")]
    [TestCase("http://")]
    [TestCase("https://.")]
    [TestCase("https:///path")]
    [TestCase("xhttps://example.com")]
    [TestCase("https://bank.example@evil.example/")]
    public void Nothing_else_becomes_a_link(string text) => Render(text).Should().NotContain("<a");

    [TestCase("#platypus", "#platypus", "%23platypus", "")]
    [TestCase("#platypus.", "#platypus", "%23platypus", ".")]
    [TestCase("#größe!", "#größe", "%23gr%C3%B6%C3%9Fe", "!")]
    [TestCase("#日本", "#日本", "%23%E6%97%A5%E6%9C%AC", "")]
    [TestCase("#snake_case2 x", "#snake_case2", "%23snake_case2", " x")]
    [TestCase("#𝕏y", "#𝕏y", "%23%F0%9D%95%8Fy", "")]
    public void Hashtags_lead_to_a_search(string text, string tag, string query, string rest) =>
        Render(text).Should().Be($"<a href=\"/search?search={query}\">{tag}</a>{rest}");

    [TestCase("#")]
    [TestCase("#1 and # 2")]
    [TestCase("C#sharp")]
    [TestCase("##x")]
    [TestCase("&#39;")]
    [TestCase("𝕏#y")]
    public void A_number_sign_alone_is_no_hashtag(string text) => Render(text).Should().NotContain("<a");

    [TestCase("@bruce", "@bruce", "bruce", "")]
    [TestCase("@bruce, hello", "@bruce", "bruce", ", hello")]
    [TestCase("@a.b-c.", "@a.b-c", "a.b-c", ".")]
    [TestCase("@zoë…", "@zoë", "zo%C3%AB", "…")]
    public void Mentions_lead_to_a_profile(string text, string mention, string name, string rest) =>
        Render(text).Should().Be($"<a href=\"/@{name}/\">{mention}</a>{rest}");

    [Test]
    public void A_mention_of_nobody_is_text_and_its_matches_are_marked_all_the_same() =>
        RenderWith(new() { ["bruce"] = "bruce" }, "@bruce and @nobody, #both", new TextRange(11, 2)).Should().Be(
            "<a href=\"/@bruce/\">@bruce</a> and <mark>@n</mark>obody, <a href=\"/search?search=%23both\">#both</a>");

    [Test]
    public void A_mention_leads_to_the_name_as_registered_and_reads_as_written() =>
        RenderWith(new() { ["ZOË"] = "Zoë" }, "@ZOË").Should().Be("<a href=\"/@Zo%C3%AB/\">@ZOË</a>");

    [TestCase("@bruce, @Stephen and @bruce.", "bruce", "Stephen")]
    [TestCase("@a.b-c. (@日本)", "a.b-c", "日本")]
    [TestCase("@BRUCE @bruce", "BRUCE", "bruce")]
    [TestCase("mail@example.com https://example.com/@linked #@tag @ @.x @@y")]
    public void The_names_that_a_text_mentions_are_those_that_can_become_links(string text, params string[] names) =>
        Mentions.In(text).Should().Equal(names);

    [TestCase("mail@example.com")]
    [TestCase("@")]
    [TestCase("@ bruce")]
    [TestCase("@.hidden")]
    [TestCase("@@bruce")]
    public void An_at_sign_alone_is_no_mention(string text) => Render(text).Should().NotContain("<a");

    [Test]
    public void A_mention_is_no_longer_than_a_name_can_be()
    {
        Render("@" + new string('n', 50)).Should().Contain("<a");
        Render("@" + new string('n', 51)).Should().NotContain("<a");
    }

    [Test]
    public void Matches_are_marked() =>
        Render("a platypus", new TextRange(2, 4)).Should().Be("a <mark>plat</mark>ypus");

    [Test]
    public void A_match_that_reaches_into_a_link_is_marked_on_both_sides_of_its_edges() =>
        Render("x #ab y", new TextRange(0, 4)).Should().Be("<mark>x </mark><a href=\"/search?search=%23ab\"><mark>#a</mark>b</a> y");

    [Test]
    public void A_match_around_a_link_does_not_break_it() =>
        Render("x @b y", new TextRange(0, 6)).Should().Be("<mark>x </mark><a href=\"/@b/\"><mark>@b</mark></a><mark> y</mark>");

    [Test]
    public void A_marked_entity_stays_whole() => Render("a<b", new TextRange(1, 1)).Should().Be("a<mark>&lt;</mark>b");

    [Test]
    public void A_match_never_splits_an_emoji()
    {
        Render("a😀b", new TextRange(2, 1)).Should().Be("a<mark>😀</mark>b");
        Render("a😀b", new TextRange(1, 1)).Should().Be("a<mark>😀</mark>b");
    }

    [Test]
    public void Overlapping_touching_and_unordered_matches_become_one() =>
        Render("abcdef", new(3, 2), new(0, 2), new(1, 2), new(3, 1)).Should().Be("<mark>abcde</mark>f");

    [Test]
    public void Matches_outside_the_text_are_ignored() =>
        Render("abc", new(-5, 2), new(-1, 2), new(3, 4), new(2, int.MaxValue), new(int.MaxValue, int.MaxValue), new(1, 0), new(1, -1))
            .Should().Be("<mark>a</mark>b<mark>c</mark>");

    [TestCase("http://")]
    [TestCase("https://a.b/((((")]
    [TestCase("))))")]
    [TestCase("https://a@")]
    [TestCase("#")]
    [TestCase("@a")]
    [TestCase("h")]
    [TestCase("<")]
    [TestCase("#1")]
    [TestCase("@.")]
    [TestCase("https://x ")]
    public void Hostile_text_takes_time_in_proportion_to_its_length(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));
        var marks = Enumerable.Range(0, 50_000).Select(n => new TextRange(n * 4, 2)).ToArray();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Render(text, marks).Should().NotBeEmpty();
        // A quadratic pass over 200,000 characters takes minutes; this one takes milliseconds even on a busy machine.
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(5));
    }

    // With a person of every name that is mentioned.
    private static string Render(string text, params TextRange[] highlights) =>
        RenderWith(Mentions.In(text).ToDictionary(name => name), text, highlights);

    private static string RenderWith(Dictionary<string, string> people, string text, params TextRange[] highlights)
    {
        using var writer = new StringWriter();
        ThoughtText.Render(text, highlights, people).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
