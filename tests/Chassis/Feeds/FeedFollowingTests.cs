using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Feeds.Following;
using Npgsql;

namespace MyThoughts.Chassis.Tests.Feeds;

internal sealed class FeedFollowingTests
{
    [Test]
    public async Task Modules_of_one_host_that_follow_the_same_feed_have_a_reader_each()
    {
        await using var services = new ServiceCollection().AddLogging()
            .AddSingleton<DatabaseReadiness>().AddSingleton(TimeProvider.System).AddSingleton<WrittenFeed>()
            .AddKeyedSingleton("thoughts", (_, _) => NpgsqlDataSource.Create("Host=nowhere.example"))
            .AddKeyedSingleton("search", (_, _) => NpgsqlDataSource.Create("Host=nowhere.example"))
            .AddFeedReader<Note, WrittenFeed, Unread>("thoughts", "notes")
            .AddFeedReader<Note, WrittenFeed, Unread>("search", "notes")
            .BuildServiceProvider();
        services.GetServices<IFollowing>().Select(following => following.Followed.Reader).Should().Equal("thoughts", "search");
        services.GetServices<IHostedService>().Should().OnlyHaveUniqueItems().And.HaveCount(2);
    }

    /// <summary>Is registered, and never applies anything.</summary>
    private sealed class Unread : IFeedTarget<Note>
    {
        public int ModelVersion => 1;

        public Task ApplyAsync(NpgsqlConnection connection, IReadOnlyList<Note> changes, int generation, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<int> DeleteLeftoversAsync(NpgsqlConnection connection, int generation, int most, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
