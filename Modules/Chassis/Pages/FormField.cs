using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MyThoughts.Chassis.Pages;

/// <summary>A field of a form as the page must show it: what was typed, and what is wrong with it.</summary>
internal sealed record FormField(string Id, string Name, string? Value, IReadOnlyList<string> Errors)
{
    public bool IsInvalid => Errors.Count > 0;

    private string ErrorId => $"{Id}-error";

    private string HintId => $"{Id}-hint";

    public static FormField Of(ModelExpression expression, ViewContext context)
    {
        var name = context.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        var entry = context.ViewData.ModelState.TryGetValue(name, out var found) ? found : null;
        return new(
            IdOf(name),
            name,
            entry?.AttemptedValue ?? expression.Model?.ToString(),
            entry is null ? [] : [.. entry.Errors.Select(error => error.ErrorMessage)]);
    }

    /// <summary>The id of the element, which the summary of errors links to.</summary>
    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>Says to assistive technology what the page says to the eye.</summary>
    public void Describe(TagBuilder control, string? hint, string? more = null)
    {
        control.MergeAttribute("id", Id);
        control.MergeAttribute("name", Name);
        string?[] described = [IsInvalid ? ErrorId : null, hint is null ? null : HintId, more];
        var ids = string.Join(' ', described.Where(id => id is not null));
        if (ids.Length > 0) control.MergeAttribute("aria-describedby", ids);
        if (!IsInvalid) return;
        control.MergeAttribute("aria-invalid", "true");
        // The first wrong field of the page gets the focus, and with it a screen reader speaks its error.
        control.MergeAttribute("autofocus", "autofocus");
    }

    public void WriteLabel(TagHelperContent content, string label) =>
        content.AppendHtml($"<label for=\"{Encode(Id)}\">{Encode(label)}</label>");

    public void WriteErrors(TagHelperContent content)
    {
        if (!IsInvalid) return;
        content.AppendHtml($"<p class=\"error\" id=\"{Encode(ErrorId)}\">{Icon}<span class=\"unseen\">Error: </span>");
        content.AppendHtml(string.Join("<br>", Errors.Select(Encode))).AppendHtml("</p>");
    }

    public void WriteHint(TagHelperContent content, string? hint)
    {
        if (hint is not null) content.AppendHtml($"<p class=\"hint\" id=\"{Encode(HintId)}\">{Encode(hint)}</p>");
    }

    private const string Icon =
        """<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1 .6 14.4h14.8zM7.2 6h1.6v4.4H7.2zm0 5.6h1.6v1.6H7.2z" fill-rule="evenodd"/></svg>""";

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
