using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Chassis.Http;

namespace MyThoughts.Thoughts.Contracts;

/// <summary>The contract over HTTP, for hosts that do not run the module themselves.</summary>
internal sealed class RemoteThoughts(HttpClient client) : IThoughts
{
    private readonly RemoteFeed<ThoughtChange> feed = new(client, "thoughts");

    public async Task<PostThoughtResult> PostAsync(PostThought command, CancellationToken cancellationToken)
    {
        using var response = await client.PostAsJsonAsync("internal/thoughts", command, cancellationToken);
        return await response.ReadAsync<PostThoughtResult>("thoughts", cancellationToken);
    }

    public async Task<Thought?> FindAsync(long id, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(AddressOf(id), cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await response.ReadAsync<Thought>("thoughts", cancellationToken);
    }

    public IAsyncEnumerable<Thought> ListAsync(ListThoughts query, CancellationToken cancellationToken) => query.MatchesNothing
        ? AsyncEnumerable.Empty<Thought>()
        : client.ListAsync<Thought>(AddressOf(query) + ToQueryString(query), "thoughts", cancellationToken);

    public async Task<ThoughtPage> PageAsync(ListThoughts query, CancellationToken cancellationToken)
    {
        if (query.MatchesNothing) return new([], null);
        using var response = await client.GetAsync("internal/thoughts/pages" + ToQueryString(query), cancellationToken);
        if (response.StatusCode != HttpStatusCode.NotFound) return await response.ReadAsync<ThoughtPage>("thoughts", cancellationToken);
        // A host of the previous version, which has lists alone.
        return ThoughtPage.Of(await ListAsync(query with { Limit = query.Limit + 1 }, cancellationToken).ToListAsync(cancellationToken), query.Limit!.Value);
    }

    public async Task<DeleteThoughtResult> DeleteAsync(DeleteThought command, CancellationToken cancellationToken)
    {
        var whose = command.Username is null ? "" : new QueryBuilder { { "username", command.Username } }.ToString();
        using var response = await client.DeleteAsync(AddressOf(command.Id) + whose, cancellationToken);
        return await response.ReadAsync<DeleteThoughtResult>("thoughts", cancellationToken);
    }

    public Task<FeedChanges<ThoughtChange>> ChangesAsync(ReadChanges query, CancellationToken cancellationToken) => feed.ChangesAsync(query, cancellationToken);

    public Task<ThoughtChange?> ChangeOfAsync(long id, CancellationToken cancellationToken) => feed.ChangeOfAsync(id, cancellationToken);

    public Task<IReadOnlyList<string>> WaitUntilPassedAsync(FeedCursor position, TimeSpan wait, CancellationToken cancellationToken) =>
        feed.WaitUntilPassedAsync(position, wait, cancellationToken);

    public Task<FeedStatus> FeedStatusAsync(CancellationToken cancellationToken) => feed.FeedStatusAsync(cancellationToken);

    // An address of its own: a host of an earlier version would leave out a condition that it does not know, and list everything.
    private static string AddressOf(ListThoughts query) => query.Mentioning is null ? "internal/thoughts" : "internal/thoughts/mentions";

    private static string AddressOf(long id) => string.Create(CultureInfo.InvariantCulture, $"internal/thoughts/{id}");

    private static QueryString ToQueryString(ListThoughts query)
    {
        var parts = new QueryBuilder();
        if (query.Username is { } username) parts.Add("username", username);
        if (query.Containing is { } containing) parts.Add("containing", containing);
        if (query.Mentioning is { } mentioning) parts.Add("mentioning", mentioning);
        if (query.Written is { } written) parts.Add("written", written);
        if (query.NewestFirst) parts.Add("newestFirst", "true");
        if (query.After is { } after) parts.Add("after", after.ToString(CultureInfo.InvariantCulture));
        if (query.Limit is { } limit) parts.Add("limit", limit.ToString(CultureInfo.InvariantCulture));
        return parts.ToQueryString();
    }
}
