using FluentAssertions.Execution;
using MyThoughts.EndToEnd.Tests.Visiting;

namespace MyThoughts.EndToEnd.Tests.Behaviour;

[TestFixtureSource(typeof(Topology), nameof(Topology.All))]
internal sealed class BadBodyTests(Topology topology)
{
    private const string Otter = "🦦";

    private static readonly string[] BadTexts =
        ["", " ", "\n\t\u2003", new('x', 251), string.Concat(Enumerable.Repeat(Otter, 251))];

    private static readonly (string Name, string Body)[] BadJson =
    [
        ("lone high surrogate", """{"text":"a \ud83e b"}"""),
        ("lone low surrogate", """{"text":"a \udda6 b"}"""),
        ("no text", "{}"),
        ("NUL", """{"text":"a\u0000b"}"""),
        ("nothing but NUL", """{"text":"\u0000"}"""),
        ("text is null", """{"text":null}"""),
        ("text is a number", """{"text":1}"""),
        ("text is a list", """{"text":["a"]}"""),
    ];

    private static readonly string[] BrokenJson = ["", "{", "text", "[]", "null", "\"text\"", """{"text":"a"}}""", "{\"text\":\"\u0001\"}"];

    private Author author = null!;

    [SetUp]
    public async Task LogInAsync() => author = await topology.NewAuthorAsync();

    [Test]
    public async Task A_text_that_cannot_be_a_thought_is_refused_by_name_and_nothing_is_stored()
    {
        foreach (var text in BadTexts)
            foreach (var kind in Enum.GetValues<BodyKind>())
                (await author.Visitor.PostAsync(kind, "/api/me/thoughts/", ("text", text))).ShouldBeAProblemWith("text");

        (await author.OwnThoughtsAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task JSON_without_a_fit_text_is_refused_by_name_and_nothing_is_stored()
    {
        foreach (var (name, body) in BadJson)
        {
            using var scope = new AssertionScope(name);
            (await author.Visitor.PostAsync("/api/me/thoughts/", "application/json", body)).ShouldBeAProblemWith("text");
        }

        (await author.OwnThoughtsAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task Broken_JSON_is_400_and_nothing_is_stored()
    {
        foreach (var body in BrokenJson)
        {
            using var scope = new AssertionScope(body);
            (await author.Visitor.PostAsync("/api/me/thoughts/", "application/json", body)).ShouldBeAProblem(400);
        }

        (await author.OwnThoughtsAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task Text_that_is_not_UTF8_is_400_and_nothing_is_stored()
    {
        foreach (var (type, body) in new[] { ("application/json", "{\"text\":\"\xff\xfe\"}"), ("application/x-www-form-urlencoded", "text=%ff%fe") })
        {
            var content = new ByteArrayContent(System.Text.Encoding.Latin1.GetBytes(body)) { Headers = { ContentType = new(type) } };
            var answer = await author.Visitor.SendAsync(new(HttpMethod.Post, "/api/me/thoughts/") { Content = content });
            using var scope = new AssertionScope(type);
            answer.Status.Should().BeOneOf([400, 201], "of this answer: {0}", answer);
            if (type == "application/json") answer.ShouldBeAProblem(400);
        }
    }

    [Test]
    public async Task NUL_in_a_form_is_400_and_nothing_is_stored()
    {
        (await author.Visitor.PostFormAsync("/api/me/thoughts/", ("text", "a\0b"))).ShouldBeAProblemWith("text");

        (await author.OwnThoughtsAsync()).Should().BeEmpty();
    }

    [TestCase("text/plain"), TestCase("application/xml"), TestCase("image/png"), TestCase("application/octet-stream")]
    public async Task Another_content_type_is_415_and_nothing_is_stored(string contentType)
    {
        (await author.Visitor.PostAsync("/api/me/thoughts/", contentType, """{"text":"a"}""")).ShouldBeAProblem(415);

        (await author.OwnThoughtsAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task Ten_megabytes_are_413_and_nothing_is_stored([Values] BodyKind kind)
    {
        var text = new string('x', 10_000_000);

        (await author.Visitor.PostAsync(kind, "/api/me/thoughts/", ("text", text))).ShouldBeAProblem(413);

        (await author.OwnThoughtsAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task A_thought_may_have_250_code_points_of_any_size()
    {
        foreach (var text in new[] { "x", new string('x', 250), string.Concat(Enumerable.Repeat(Otter, 250)), " spaces around ", "\u00e9 and e\u0301" })
            foreach (var kind in Enum.GetValues<BodyKind>())
                (await author.Visitor.PostAsync(kind, "/api/me/thoughts/", ("text", text))).Json.ShouldBeAThought(author.Username, text);
    }

    [Test]
    public async Task Bad_credentials_are_refused_alike()
    {
        var visitor = topology.NewVisitor();

        (await visitor.PostAsync("/api/login/", "application/json", "{")).ShouldBeAProblem(400);
        (await visitor.PostAsync("/api/login/", "application/json", """{"username":1,"password":"x"}""")).ShouldBeAProblemWith("username");
        (await visitor.PostAsync("/api/login/", "text/plain", "bruce password")).ShouldBeAProblem(415);
        (await visitor.PostJsonAsync("/api/login/", new { username = "bruce", password = new string('x', 10_000_000) })).ShouldBeAProblem(413);
    }
}
