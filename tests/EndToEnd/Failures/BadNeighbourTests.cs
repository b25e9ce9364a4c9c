using MyThoughts.Chassis.Hosting;
using MyThoughts.EndToEnd.Tests.Visiting;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;

namespace MyThoughts.EndToEnd.Tests.Failures;

/// <summary>Whatever answers for a module: people get the module's answer or are told what is missing, and never a wrong one.</summary>
[Category(Claim.Category), Category("modes")]
internal sealed class BadNeighbourTests
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(15);
    private Impostor impostor = null!;
    private HostProcess host = null!;
    private Author author = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        impostor = await Impostor.StartAsync();
        var modules = SystemUnderTest.Map.Modules.Select(module => module.Name).ToList();
        var settings = modules.ToDictionary(module => $"Modules:{module}:Url", impostor.AddressOf);
        settings["Auth:TrustedKeys"] = TheSystem.Issuer.Folder;
        host = await TheSystem.Running.StartMonolithAsync(modules.ToDictionary(module => module, _ => HostingMode.Remote), settings);
        var username = await Topology.Monolith.RegisterAsync();
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        author = new(username, new Visitor(_ => host.Addresses.Public) { Token = TheSystem.Issuer.Sign(username, now, now + 3_600) });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await host.StopAsync();
        await impostor.DisposeAsync();
    }

    [TestCase("<html>hello</html>", "text/html"), TestCase("{\"items\":", "application/json"), TestCase("null", "application/json"), TestCase("[null]", "application/json"), TestCase("\0\u0001", "application/json")]
    public async Task Garbage_is_no_answer(string body, string type)
    {
        impostor.Behaviour = Impostor.Garbage(body, type);
        await ShouldSayWhatIsMissingAsync();
    }

    [Test]
    public async Task Silence_is_no_answer_and_nobody_waits_for_long()
    {
        impostor.Behaviour = Impostor.SilentAsync;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await ShouldSayWhatIsMissingAsync();
        watch.Elapsed.Should().BeLessThan(LongestAnswer);
        Claim.Holds("Pages of neighbours that accept and never answer", $"they say what is missing, the last after {watch.Elapsed.TotalSeconds:0.0} s");
    }

    [Test]
    public async Task Another_host_at_the_address_is_no_answer()
    {
        // At the address of every module answers one that is another.
        impostor.Behaviour = (context, module) => Impostor.SomebodyElse(TheSystem.Service(module == "users" ? "search" : "users"))(context, module);
        await ShouldSayWhatIsMissingAsync();
    }

    [Test]
    public async Task A_newer_version_that_says_more_is_understood()
    {
        impostor.Behaviour = Impostor.NewerVersion(TheSystem.Service);
        // Where another test has just seen nothing but failures, the neighbours are left alone for two seconds.
        await Eventually.HoldsAsync(async () =>
            (await author.Visitor.OpenAsync("/search")).Status == 200 && (await author.Visitor.GetAsync("/api/thoughts/0/")).Status == 404
            && (await author.Visitor.PostJsonAsync("/api/login/", new { username = author.Username, password = "wrong" })).Status == 401, "the neighbours are found");

        var word = Names.Unique("more");
        var posted = await author.PostAsync(word);
        posted.ShouldBeAThought(author.Username, word);
        (await Search.UntilFoundAsync(author.Visitor, word))[0].Id().Should().Be(posted.Id());
        (await author.OwnThoughtsAsync()).Should().ContainSingle().Which.ShouldBeAThought(author.Username, word);
        (await author.Visitor.OpenAsync($"/@{author.Username}/")).Page.Main.Should().Contain("Here since").And.Contain(word);
        (await author.Visitor.PostJsonAsync("/api/login/", new { username = author.Username, password = Names.Password })).Status.Should().Be(200);
        (await author.Visitor.DeleteAsync($"/api/me/thoughts/{posted.Id()}/")).Status.Should().BeOneOf(202, 204);
    }

    private async Task ShouldSayWhatIsMissingAsync()
    {
        var search = author.Visitor.OpenAsync("/search?search=anything");
        var profile = author.Visitor.OpenAsync($"/@{author.Username}/");
        var problems = new[]
        {
            author.Visitor.GetAsync("/api/search/?q=anything"), author.Visitor.GetAsync("/api/thoughts/"), author.Visitor.GetAsync("/api/thoughts/?limit=5"),
            author.Visitor.GetAsync("/api/thoughts/1/"), author.Visitor.PostJsonAsync("/api/me/thoughts/", new { text = "Anybody?" }),
            author.Visitor.DeleteAsync("/api/me/thoughts/1/"), author.Visitor.PostJsonAsync("/api/login/", new { username = author.Username, password = Names.Password }),
        };
        foreach (var problem in await Task.WhenAll(problems)) problem.ShouldBeAProblem(503);
        (await search).Status.Should().Be(503);
        (await search).Page.Main.Should().Contain("Search cannot be reached at the moment");
        (await profile).Status.Should().Be(503);
        (await profile).Page.Headings.Should().Equal("We will be right back");
        (await author.Visitor.GetAsync("/health/ready")).Status.Should().Be(200, "it is the neighbours that are not");
        host.HasExited.Should().BeFalse();
    }
}
