using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using MyThoughts.Gateway.State;

namespace MyThoughts.Gateway.Pages.Parts;

/// <summary>A state as a word with a shape of its own: colour only repeats what both have said.</summary>
internal static class Badge
{
    private const string Disc = """<circle cx="6" cy="6" r="5"/>""";
    private const string HalfDisc = """<path d="M6 1a5 5 0 0 0 0 10z"/><circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" stroke-width="1.2"/>""";
    private const string Bar = """<path d="M1 1h10v10H1zm1.6 3.7v2.6h6.8V4.7z" fill-rule="evenodd"/>""";
    private const string Triangle = """<path d="M6 .8 11.6 11H.4z"/>""";
    private const string Cross = """<path d="M2.6 1.2 6 4.6l3.4-3.4 1.4 1.4L7.4 6l3.4 3.4-1.4 1.4L6 7.4l-3.4 3.4-1.4-1.4L4.6 6 1.2 2.6z"/>""";
    private const string Ring = """<circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" stroke-width="1.6"/>""";

    public static IHtmlContent Of(Mode mode) => mode switch
    {
        Mode.Ready => Good("ready"),
        Mode.Drain => Write("drain", "warn", HalfDisc),
        _ => Write("maint", "off", Bar),
    };

    public static IHtmlContent Good(string word) => Write(word, "good", Disc);

    public static IHtmlContent Warning(string word) => Write(word, "warn", Triangle);

    public static IHtmlContent Bad(string word) => Write(word, "bad", Cross);

    public static IHtmlContent Unknown(string word) => Write(word, "off", Ring);

    private static HtmlString Write(string word, string kind, string shape) => new(
        $"""<span class="badge {kind}"><svg class="shape" viewBox="0 0 12 12" aria-hidden="true">{shape}</svg>{HtmlEncoder.Default.Encode(word)}</span>""");
}
