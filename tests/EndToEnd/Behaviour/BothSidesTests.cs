using System.Diagnostics;
using MyThoughts.EndToEnd.Tests.Visiting;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;

namespace MyThoughts.EndToEnd.Tests.Behaviour;

/// <summary>
/// What must hold between the monolith and a service while a split sends one visitor to the one and another to the other. Alone,
/// because two answers can be compared only while nobody posts.
/// </summary>
[NonParallelizable]
internal sealed class BothSidesTests
{
    private static readonly TimeSpan LongestLag = Claim.Size(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1));

    [Test]
    public async Task A_form_of_one_side_is_accepted_by_the_other([Values] bool renderedByMonolith)
    {
        var reader = await Topology.Monolith.NewReaderAsync();
        var (rendering, accepting) = Sides("thoughts", renderedByMonolith);
        var visitor = reader.Visitor;
        var text = Names.Unique("across");

        var form = (await visitor.At(rendering).OpenAsync("/thoughts/")).Page.Form("/thoughts/new");
        var answer = await visitor.At(accepting).SubmitAsync(form, ("text", text));

        answer.Status.Should().BeInRange(302, 303, "of this answer: {0}", answer);
        (await visitor.At(rendering).OpenAsync("/thoughts/")).Page.Thoughts[0].Text.Should().Be(text);
    }

    [Test]
    public async Task Who_logs_in_on_one_side_is_logged_in_on_the_other([Values] bool onMonolith)
    {
        var username = await Topology.Monolith.RegisterAsync();
        var (first, second) = Sides("users", onMonolith);
        var visitor = Topology.Monolith.NewVisitor();
        var form = (await visitor.At(second).OpenAsync("/login/")).Page.Form("/login/");

        await visitor.At(first).SubmitAsync(form, ("username", username), ("password", Names.Password));

        foreach (var host in new[] { TheSystem.Monolith, TheSystem.Service("thoughts") })
            (await visitor.At(host).OpenAsync("/thoughts/")).Status.Should().Be(200, "{0} must know the session", host.Name);
        (await visitor.At(TheSystem.Service("search")).OpenAsync("/search")).Text.Should().Contain(username, "the search service must know the session");
    }

    [Test]
    public async Task Wrong_passwords_are_counted_across_both_sides()
    {
        var username = await Topology.Monolith.RegisterAsync();
        var visitor = Topology.Monolith.NewVisitor();
        var (monolith, service) = Sides("users", monolithFirst: true);

        for (var time = 0; time < 10; time++)
            (await TryAsync(time % 2 == 0 ? monolith : service)).Status.Should().Be(401);

        (await TryAsync(monolith)).ShouldBeAProblem(429);
        (await TryAsync(service)).ShouldBeAProblem(429);

        Task<Answer> TryAsync(HostProcess host) => visitor.At(host).PostJsonAsync("/api/login/", new { username, password = "wrong" });
    }

    [Test]
    public async Task Both_sides_know_the_same_keys()
    {
        var answers = new List<string>();
        foreach (var host in new[] { TheSystem.Monolith, TheSystem.Service("users") })
            answers.Add((await new Visitor(_ => host.Addresses.Public).GetAsync("/.well-known/jwks.json")).Text);

        answers[0].Should().Be(answers[1]);
    }

    [Test, Category(Claim.Category), Category("lag")]
    public async Task What_is_posted_on_one_side_is_soon_found_on_both([Values] bool onMonolith)
    {
        var (first, _) = Sides("thoughts", onMonolith);
        var author = await Topology.Monolith.NewAuthorAsync();
        var word = Names.Unique("seen");
        await new Author(author.Username, author.Visitor.At(first)).PostAsync(word);
        var posted = Stopwatch.StartNew();

        foreach (var host in new[] { TheSystem.Monolith, TheSystem.Service("search") })
        {
            await Search.UntilFoundAsync(new Visitor(_ => host.Addresses.Public), word);
            var lag = posted.Elapsed;
            lag.Should().BeLessThan(LongestLag, "{0} must find it", host.Name);
            Claim.Holds($"A post is found by search within a second: posted at {first.Name}, found at {host.Name}", $"{lag.TotalMilliseconds:0} ms");
        }
    }

    [Test]
    public async Task Every_answer_of_a_service_is_the_monoliths_answer()
    {
        var author = await Topology.Monolith.NewAuthorAsync();
        var id = (await author.PostAsync(Names.Unique("same"))).Id();
        foreach (var side in new[] { Topology.Monolith, Topology.Services })
            await Search.UntilFoundAsync(side.NewVisitor(), (await author.OwnThoughtsAsync())[0].Text());
        string[] paths =
        [
            "/api/thoughts/", $"/api/thoughts/{id}/", "/api/thoughts/?limit=3", "/api/thoughts/none/", "/api/me/thoughts/", "/api/thoughts/?limit=-1",
            "/api/search/?q=platypus", "/api/search/?limit=3", "/api/search/?limit=-1", "/.well-known/jwks.json",
            "/api/search/?q=the+or+a+-platypus+before:noon&order=best&limit=1", "/search?search=the+OR+a+-platypus&order=best",
            $"/thoughts/{id}/", $"/@{author.Username}/", "/search?search=platypus", "/search", "/login/", "/register/", "/thoughts/0/",
        ];

        foreach (var path in paths)
        {
            var monolith = await AskAsync(TheSystem.Monolith, path);
            var service = await AskAsync(TheSystem.Service(Owners.Of(path)!), path);
            service.Status.Should().Be(monolith.Status, "of {0}", path);
            service.ContentType.Should().Be(monolith.ContentType, "of {0}", path);
            service.Header("Link").Should().Be(monolith.Header("Link"), "of {0}", path);
            Comparable(service).Should().Be(Comparable(monolith), "of {0}", path);
        }

        Task<Answer> AskAsync(HostProcess host, string path)
        {
            var visitor = new Visitor(_ => host.Addresses.Public);
            if (path.StartsWith("/api/me", StringComparison.Ordinal)) visitor.Token = author.Visitor.Token;
            return path.StartsWith("/api", StringComparison.Ordinal) || path.StartsWith("/.well", StringComparison.Ordinal) ? visitor.GetAsync(path) : visitor.OpenAsync(path);
        }
    }

    // What is new with every answer, such as the request's id and the form's token, is left out.
    private static string Comparable(Answer answer) => answer.ContentType?.MediaType switch
    {
        "application/problem+json" => string.Join(';', answer.Json.EnumerateObject().Where(part => part.Name is not ("requestId" or "traceId"))),
        "text/html" => string.Join(';', [answer.Page.Title, .. answer.Page.Headings, .. answer.Page.Assets, .. answer.Page.Thoughts.Select(thought => thought.Text)]),
        _ => answer.Text,
    };

    private static (HostProcess First, HostProcess Second) Sides(string module, bool monolithFirst) =>
        monolithFirst ? (TheSystem.Monolith, TheSystem.Service(module)) : (TheSystem.Service(module), TheSystem.Monolith);
}
