using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MyThoughts.Chassis.Pages;

/// <summary>
/// <c>&lt;compose-box asp-for="Text"&gt;&lt;button class="button"&gt;Post&lt;/button&gt;&lt;/compose-box&gt;</c>: where a thought is written.
/// Its content stands below, beside the counter, which a script fills in. It has no <c>maxlength</c>: a browser would
/// count in UTF-16 and cut what is pasted without a word.
/// </summary>
[HtmlTargetElement("compose-box", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ComposeBoxTagHelper : TagHelper
{
    /// <summary>The property the box is bound to.</summary>
    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    /// <summary>What the box asks for.</summary>
    public string Label { get; set; } = "What are you thinking?";

    /// <summary>What one should know before writing.</summary>
    public string? Hint { get; set; }

    /// <summary>How many code points the text may have.</summary>
    public int Limit { get; set; } = 250;

    /// <summary>The page.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var field = FormField.Of(For, ViewContext);
        var counterId = $"{field.Id}-counter";
        var area = new TagBuilder("textarea");
        area.MergeAttribute("rows", "3");
        area.MergeAttribute("data-limit", Limit.ToString(System.Globalization.CultureInfo.InvariantCulture));
        field.Describe(area, Hint, counterId);
        foreach (var attribute in output.Attributes) area.MergeAttribute(attribute.Name, attribute.Value?.ToString());
        // A parser drops the first line break of a textarea: this one, rather than the author's.
        area.InnerHtml.AppendHtml("\n").Append(field.Value ?? "");
        var actions = await output.GetChildContentAsync();

        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field compose");
        field.WriteLabel(output.Content, Label);
        output.Content.AppendHtml(area);
        field.WriteErrors(output.Content);
        field.WriteHint(output.Content, Hint);
        output.Content.AppendHtml("<div class=\"actions\">").AppendHtml(actions);
        output.Content.AppendHtml("<p class=\"counter\" id=\"").Append(counterId).AppendHtml("\" role=\"status\"></p></div>");
    }
}
