using MyThoughts.EndToEnd.Tests.Visiting;

namespace MyThoughts.EndToEnd.Tests.Behaviour;

[TestFixtureSource(typeof(Topology), nameof(Topology.All))]
internal sealed class AdministrationTests(Topology topology)
{
    [Test]
    public async Task An_operator_makes_accounts([Values("/admin/users/", "/admin/users")] string path, [Values] BodyKind kind)
    {
        var username = Names.Unique();

        var answer = await topology.NewOperator().PostAsync(kind, path, ("username", username), ("password", Names.Password));

        answer.Status.Should().Be(201);
        answer.Json.EnumerateObject().Select(property => property.Name).Should().BeEquivalentTo("id", "username", "creation");
        answer.Json.GetProperty("username").GetString().Should().Be(username);
        answer.Json.GetProperty("creation").ShouldBeATimeInUtc();
    }

    [Test]
    public async Task A_name_is_given_out_once_whatever_its_case_and_composition()
    {
        var username = await topology.RegisterAsync(Names.Unique() + " é");

        foreach (var taken in new[] { username, username.ToUpperInvariant(), username.Normalize(System.Text.NormalizationForm.FormD) })
            (await topology.NewOperator().PostJsonAsync("/admin/users/", new { username = taken, password = "another one" })).ShouldBeAProblem(409);
    }

    [Test]
    public async Task Names_of_older_clients_may_hold_spaces_and_any_script()
    {
        foreach (var name in new[] { "Ann Marie", "Ольга", "名前", "o'neil & sons", "🦦" })
        {
            var author = await topology.NewAuthorAsync($"{name} {Names.Unique()}");
            (await author.PostAsync("Hello")).GetProperty("username").GetString().Should().Be(author.Username);
        }
    }

    [TestCase(""), TestCase(" "), TestCase("a/b"), TestCase("bell\u0007"), TestCase("nul\0"), TestCase("new\nline")]
    public async Task A_name_that_cannot_be_one_is_refused(string username) =>
        (await topology.NewOperator().PostJsonAsync("/admin/users/", new { username, password = Names.Password })).ShouldBeAProblemWith("username");

    [Test]
    public async Task A_name_may_have_50_code_points_and_not_51()
    {
        var start = Names.Unique();
        await topology.RegisterAsync(start + string.Concat(Enumerable.Repeat("🦦", 50 - start.Length)));

        var tooLong = start + string.Concat(Enumerable.Repeat("🦦", 51 - start.Length));
        (await topology.NewOperator().PostJsonAsync("/admin/users/", new { username = tooLong, password = Names.Password })).ShouldBeAProblemWith("username");
    }

    [Test]
    public async Task A_missing_password_is_named() =>
        (await topology.NewOperator().PostJsonAsync("/admin/users/", new { username = Names.Unique() })).ShouldBeAProblemWith("password");

    [Test]
    public async Task A_deleted_thought_is_gone_and_deleting_it_again_is_no_error([Values("", "/")] string slash)
    {
        var author = await topology.NewAuthorAsync();
        var id = (await author.PostAsync("Regret")).Id();

        for (var time = 0; time < 2; time++)
            (await topology.NewOperator().DeleteAsync($"/admin/thoughts/{id}{slash}")).Status.Should().Be(204);

        (await topology.NewVisitor().GetAsync($"/api/thoughts/{id}/")).ShouldBeAProblem(404);
        (await topology.NewVisitor().GetAsync("/api/thoughts/")).Json.EnumerateArray().Should().NotContain(thought => thought.Id() == id);
        (await author.OwnThoughtsAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task The_version_names_the_commit_that_was_built([Values("/admin/version", "/admin/version/")] string path)
    {
        var answer = await topology.NewOperator().GetAsync(path);

        answer.Json.EnumerateObject().Select(property => property.Name).Should().BeEquivalentTo("commit", "version");
        answer.Json.GetProperty("commit").GetString().Should().MatchRegex("^[0-9a-f]{40}$");
        answer.Json.GetProperty("version").GetString().Should().NotBeNullOrEmpty();
    }

    [Test]
    public async Task Metrics_are_Prometheus_text()
    {
        await topology.NewVisitor().GetAsync("/api/thoughts/1/");

        var answer = await topology.NewOperator().GetAsync("/metrics");

        answer.ContentType!.ToString().Should().StartWith("text/plain; version=0.0.4");
        answer.Text.Should().Contain("# TYPE http_server_request_duration_seconds histogram");
    }

    [TestCase("/admin/version/"), TestCase("/admin/version"), TestCase("/admin/users/"), TestCase("/admin/thoughts/1/"), TestCase("/admin"), TestCase("/Admin/Version/")]
    [TestCase("/metrics"), TestCase("/metrics/"), TestCase("/internal/thoughts/changes"), TestCase("/internal/users/find?username=bruce"), TestCase("/internal/")]
    [TestCase("/%61dmin/version/"), TestCase("/admin%2Fversion/"), TestCase("/x/../admin/version/"), TestCase("/./metrics")]
    public async Task Administration_is_not_for_the_outside(string path)
    {
        (await topology.NewVisitor().GetAsync(path)).Status.Should().Be(404);
        (await topology.NewVisitor().PostJsonAsync(path, new { username = Names.Unique(), password = Names.Password })).Status.Should().Be(404);
        (await topology.NewVisitor().DeleteAsync(path)).Status.Should().Be(404);
    }

    [Test]
    public async Task A_doubled_slash_opens_no_administration() =>
        (await topology.NewVisitor().GetAsync("//admin/version/")).Status.Should().Be(404);

    [Test]
    public async Task The_Host_header_opens_no_administration()
    {
        var visitor = topology.NewVisitor();
        var inside = topology.OwnerOf("/admin/users/").Internal;
        var request = new HttpRequestMessage(HttpMethod.Get, "/admin/version/") { Headers = { Host = inside.Authority } };

        (await visitor.SendAsync(request)).Status.Should().Be(404);
    }
}
