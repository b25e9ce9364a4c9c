using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MyThoughts.Chassis.Pages;

/// <summary>
/// <c>&lt;form-field asp-for="Username" label="Username" hint="…" autocomplete="username" /&gt;</c>: a label above, a hint and errors
/// below, and what was typed kept, passwords aside. Attributes it does not know go to the input.
/// </summary>
[HtmlTargetElement("form-field", Attributes = "asp-for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormFieldTagHelper : TagHelper
{
    /// <summary>The property the field is bound to.</summary>
    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    /// <summary>What the field asks for.</summary>
    public required string Label { get; set; }

    /// <summary>What one should know before filling it in.</summary>
    public string? Hint { get; set; }

    /// <summary>The input's type; <c>password</c> never comes back filled.</summary>
    public string Type { get; set; } = "text";

    /// <summary>The page.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = FormField.Of(For, ViewContext);
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.MergeAttribute("type", Type);
        field.Describe(input, Hint);
        if (Type != "password" && field.Value is { Length: > 0 } value) input.MergeAttribute("value", value);
        foreach (var attribute in output.Attributes) input.MergeAttribute(attribute.Name, attribute.Value?.ToString());

        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        field.WriteLabel(output.Content, Label);
        output.Content.AppendHtml(input);
        field.WriteErrors(output.Content);
        field.WriteHint(output.Content, Hint);
    }
}
