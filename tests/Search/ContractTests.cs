using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Http;
using MyThoughts.Search.Contracts;
using MyThoughts.Support;
using static MyThoughts.Search.Tests.SearchDatabase;

namespace MyThoughts.Search.Tests;

/// <summary>What neighbours may rely on, wherever the module runs: callers never know.</summary>
[TestFixture(HostingMode.InProcess), TestFixture(HostingMode.Remote)]
internal sealed class ContractTests(HostingMode mode)
{
    private SearchDatabase database = null!;
    private WebApplication host = null!;
    private HttpClient client = null!;
    private ISearch search = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        database = await CreateAsync();
        await database.ApplyAsync([.. Enumerable.Range(1, 30).Select(id => Thought(id, $"number {id}", id % 2 == 0 ? "bruce" : "stephen"))]);
        await database.ApplyAsync(Thought(31, "Number +&%='\"😀 in C#"));
        host = await ServeAsync(database.Search);
        client = RemoteClient.To(SearchModule.Name, new(host.Urls.Single()));
        search = mode == HostingMode.InProcess ? database.Search : new RemoteSearch(client);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        client.Dispose();
        await host.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test]
    public async Task Without_anything_it_is_the_newest_twenty_and_where_to_go_on()
    {
        var first = await FindAsync(new());
        first.Items.Select(match => match.Thought.Id).Should().Equal(Enumerable.Range(0, 20).Select(n => 31L - n));
        first.Previous.Should().BeNull();
        var second = await FindAsync(new() { Cursor = first.Next });
        second.Items.Select(match => match.Thought.Id).Should().Equal(Enumerable.Range(0, 11).Select(n => 11L - n));
        second.Next.Should().BeNull();
        (await FindAsync(new() { Cursor = second.Previous })).Items.Should().BeEquivalentTo(first.Items, options => options.WithStrictOrdering());
    }

    [Test]
    public async Task A_match_is_the_thought_as_it_was_posted_and_where_it_matches()
    {
        var match = (await FindAsync(new() { Text = "NUMBER +&%='\"😀" })).Items.Should().ContainSingle().Subject;
        match.Thought.Should().Be(Thought(31, "Number +&%='\"😀 in C#"));
        match.Highlights.Should().Equal(new Highlight(0, 15));
    }

    [Test]
    public async Task Filters_limit_and_order_hold_together()
    {
        var found = await FindAsync(new() { Text = "number", From = "BRUCE", After = "2026-01-01T14:10:00+02:00", Before = "2026-01-01T12:29:00Z", Order = "newest", Limit = "3" });
        found.Items.Select(match => match.Thought.Id).Should().Equal(28, 26, 24);
    }

    [Test]
    public async Task Every_wrong_part_is_named_in_the_parameters_of_the_API()
    {
        var refused = await search.SearchAsync(new() { Text = "\0", From = "\0", After = "soon", Before = "late", Order = "any", Limit = "many", Cursor = "garbage" }, default);
        refused.Items.Should().BeEmpty();
        refused.Errors.Keys.Should().BeEquivalentTo("q", "from", "after", "before", "order", "limit", "cursor");
        // Longer than an address may be, which is refused before the module sees it.
        (await search.SearchAsync(new() { Text = new('€', 5_000) }, default)).Errors.Should().ContainKey("q")
            .WhoseValue.Should().Equal("Search for at most 250 characters.");
    }

    [Test]
    public async Task An_own_post_that_search_does_not_know_yet_is_found_by_who_says_where_it_went()
    {
        database.Thoughts.Post(Thought(32, "not yet applied"));
        var written = new WrittenPosition(new(1, 1_000_000, 1), "bruce").ToString();
        (await FindAsync(new() { Text = "not yet", Written = written })).Items.Should().ContainSingle().Which.Thought.Id.Should().Be(32);
        (await FindAsync(new() { Text = "not yet" })).Items.Should().BeEmpty();
    }

    private async Task<SearchResult> FindAsync(SearchThoughts query)
    {
        var result = await search.SearchAsync(query, default);
        result.Errors.Should().BeEmpty();
        return result;
    }

    // As a service serves it, without the rest of one.
    private static async Task<WebApplication> ServeAsync(ISearch module)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(module);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        SearchModule.Definition.MapContract(app.MapContractGroup(SearchModule.Name));
        await app.StartAsync();
        return app;
    }
}
