using System.Globalization;
using System.Net.Http.Json;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Search.Tests.FollowThoughts;

/// <summary>Somebody else who follows the feed over HTTP under a name of its own, and keeps every change it was told.</summary>
internal sealed class IndependentReader(Uri thoughts) : IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = thoughts };
    private FeedCursor cursor;

    public List<ThoughtChange> Seen { get; } = [];

    public async Task FollowAsync(Func<FeedCursor, bool> isDone)
    {
        while (!isDone(cursor))
        {
            var query = string.Create(CultureInfo.InvariantCulture, $"internal/thoughts/changes?after={cursor}&limit=300&wait=1&reader=archive");
            var batch = await client.GetFromJsonAsync<FeedChanges<ThoughtChange>>(new Uri(query, UriKind.Relative));
            Seen.AddRange(batch!.Changes);
            if (batch.Changes.Count > 0) cursor = batch.Changes[^1].Cursor;
        }
    }

    public void Dispose() => client.Dispose();
}
