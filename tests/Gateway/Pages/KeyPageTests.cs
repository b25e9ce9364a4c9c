using System.Net;
using System.Text.RegularExpressions;

namespace MyThoughts.Gateway.Tests.Pages;

/// <summary>Making keys and revoking them.</summary>
internal sealed partial class KeyPageTests
{
    [Test]
    public async Task A_key_is_made_shown_once_works_and_is_revoked_after_a_question()
    {
        using var someone = await ThePages.OpenOperatorAsync();
        var made = await someone.SubmitAsync(await someone.GetAsync("/admin/keys"), "Make the key", ("Name", "Konrad"), ("Role", "viewer"));
        var key = KeyText().Match(made.Html).Value;
        key.Should().NotBeEmpty();
        (await someone.GetAsync("/admin/keys")).Html.Should().Contain("Konrad").And.NotContain(key);

        using var konrad = ThePages.Open();
        (await konrad.LogInAsync(key)).Location.Should().Be("/admin/");
        (await konrad.GetAsync("/admin/keys")).Status.Should().Be(HttpStatusCode.Forbidden);

        var question = await someone.GetAsync($"/admin/keys/{key.Split('_')[1]}/revoke");
        question.Text.Should().Contain("Revoke the key of Konrad?");
        (await konrad.GetAsync("/admin/")).Status.Should().Be(HttpStatusCode.OK, "so far it was a question");
        (await someone.SubmitAsync(question, "Revoke the key")).Location.Should().Be("/admin/keys");
        (await konrad.GetAsync("/admin/")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await someone.GetAsync(question.Path)).Status.Should().Be(HttpStatusCode.NotFound, "it is revoked already");
        (await someone.GetAsync("/admin/audit")).Text.Should().Contain("key created").And.Contain("key revoked").And.Contain("Konrad");
    }

    [TestCase("", "viewer", "A key is named for who has it"), TestCase("Konrad", "", "Choose what the key may do."), TestCase("Konrad", "owner", "Choose what the key may do.")]
    public async Task A_key_without_a_name_or_a_role_is_not_made(string name, string role, string why)
    {
        using var someone = await ThePages.OpenOperatorAsync();
        var page = await someone.SubmitAsync(await someone.GetAsync("/admin/keys"), "Make the key", ("Name", name), ("Role", role));
        page.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        page.Text.Should().Contain(why);
        page.Html.Should().NotMatchRegex(KeyText().ToString());
    }

    [Test]
    public async Task Revoking_ones_own_key_comes_with_a_warning()
    {
        using var someone = await ThePages.OpenAsync("operator", "Selma");
        var id = Regex.Match((await someone.GetAsync("/admin/keys")).Html, "/admin/keys/(?<id>[0-9a-f]{8})/revoke\">Revoke…<span class=\"unseen\"> the key of Selma").Groups["id"].Value;
        (await someone.GetAsync($"/admin/keys/{id}/revoke")).Text.Should().Contain("your own key").And.NotContain("the last one");
    }

    [GeneratedRegex("mt_[0-9a-f]{8}_[0-9a-f]{64}")]
    private static partial Regex KeyText();
}
