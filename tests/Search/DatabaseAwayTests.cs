using MyThoughts.Chassis.Database;
using MyThoughts.Support;
using static MyThoughts.Search.Tests.SearchDatabase;

namespace MyThoughts.Search.Tests;

internal sealed class DatabaseAwayTests
{
    [Test]
    public async Task The_reader_and_the_search_recover_by_themselves_when_the_database_returns()
    {
        await using var cluster = await TestCluster.StartNewAsync();
        await using var database = await CreateAsync(cluster);
        var feed = new FakeFeed();
        await using var readers = await Readers.StartAsync(database, feed);
        feed.Post(Thought(1, "before"));
        await UntilFoundAsync(database, "before");

        await cluster.StopAsync();
        feed.Post(Thought(2, "meanwhile"));
        var search = () => database.TextsAsync("before");
        (await search.Should().ThrowAsync<Exception>()).Which.Should().Match(problem => DatabaseUnavailable.Is((Exception)problem));

        await cluster.StartAsync();
        await UntilFoundAsync(database, "meanwhile");
    }

    private static async Task UntilFoundAsync(SearchDatabase database, string text) => await Eventually.HoldsAsync(async () =>
    {
        try
        {
            return (await database.TextsAsync(text)).Length > 0;
        }
        catch (Exception problem) when (DatabaseUnavailable.Is(problem))
        {
            return false;   // A pooled connection that did not survive is noticed when it is used.
        }
    }, $"'{text}' is found");
}
