using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using MyThoughts.Chassis.Pages;

namespace MyThoughts.Chassis.Tests.Pages;

internal sealed class TagHelperTests
{
    private readonly ModelStateDictionary modelState = new();

    [SetUp]
    public void StartClean() => modelState.Clear();

    [Test]
    public async Task A_field_has_its_label_its_hint_and_the_attributes_it_was_given()
    {
        var html = await FieldAsync("text", "Up to 50 characters.", value: null, ("autocomplete", "username"));
        html.Should().Contain("<label for=\"Name\">Your name</label>")
            .And.Contain("<p class=\"hint\" id=\"Name-hint\">Up to 50 characters.</p>")
            .And.Contain("type=\"text\"").And.Contain("name=\"Name\"").And.Contain("id=\"Name\"")
            .And.Contain("autocomplete=\"username\"").And.Contain("aria-describedby=\"Name-hint\"")
            .And.NotContain("aria-invalid").And.NotContain("maxlength").And.NotContain("value=");
    }

    [Test]
    public async Task A_refused_field_keeps_what_was_typed_and_says_what_is_wrong()
    {
        Refuse("<b>\"x", "Too <short>.");
        var html = await FieldAsync("text", "A hint.", value: "other");
        html.Should().Contain("value=\"&lt;b&gt;&quot;x\"")
            .And.Contain("aria-invalid=\"true\"").And.Contain("aria-describedby=\"Name-error Name-hint\"").And.Contain("autofocus")
            .And.Contain("<p class=\"error\" id=\"Name-error\">").And.Contain("Too &lt;short&gt;.").And.NotContain("<b>");
    }

    [Test]
    public async Task A_password_never_comes_back()
    {
        Refuse("secret", "Too short.");
        (await FieldAsync("password", hint: null, value: "secret")).Should().NotContain("secret").And.Contain("Too short.");
    }

    [Test]
    public async Task The_compose_box_keeps_every_character_and_counts_without_cutting()
    {
        Refuse("\n<b>\r\nlong", "Too long.");
        var html = await ComposeAsync();
        // A parser drops the first line break after the tag, and only that one.
        html.Should().Contain(">\n&#xA;&lt;b&gt;&#xD;&#xA;long</textarea>")
            .And.Contain("data-limit=\"250\"").And.Contain("rows=\"3\"").And.NotContain("maxlength")
            .And.Contain("aria-describedby=\"Name-error Name-counter\"").And.Contain("id=\"Name-counter\" role=\"status\"")
            .And.Contain("<button>Post</button>");
    }

    private void Refuse(string typed, string message)
    {
        modelState.SetModelValue("Name", typed, typed);
        modelState.AddModelError("Name", message);
    }

    private Task<string> FieldAsync(string type, string? hint, string? value, params (string Name, string Value)[] attributes) =>
        RenderAsync(
            new FormFieldTagHelper { For = Expression(value), Label = "Your name", Hint = hint, Type = type, ViewContext = Context() },
            attributes);

    private Task<string> ComposeAsync() => RenderAsync(new ComposeBoxTagHelper { For = Expression(null), ViewContext = Context() });

    private static async Task<string> RenderAsync(TagHelper helper, params (string Name, string Value)[] attributes)
    {
        var given = new TagHelperAttributeList(attributes.Select(attribute => new TagHelperAttribute(attribute.Name, attribute.Value)));
        var output = new TagHelperOutput("x", given, (_, _) => Task.FromResult(new DefaultTagHelperContent().AppendHtml("<button>Post</button>")));
        await helper.ProcessAsync(new TagHelperContext("x", given, new Dictionary<object, object>(), "1"), output);
        await using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private static ModelExpression Expression(string? value)
    {
        var metadata = new EmptyModelMetadataProvider();
        return new("Name", metadata.GetModelExplorerForType(typeof(string), value));
    }

    private ViewContext Context() => new()
    {
        HttpContext = new DefaultHttpContext(),
        RouteData = new RouteData(),
        ActionDescriptor = new ActionDescriptor(),
        ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), modelState),
    };
}
