using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http.Extensions;
using MyThoughts.Chassis.Http;

namespace MyThoughts.Chassis.Feeds;

/// <summary>A feed of another process; <see cref="FeedEndpoints"/> is the other end.</summary>
/// <typeparam name="TChange">A change.</typeparam>
/// <param name="client">Speaks to the host that runs the module.</param>
/// <param name="module">The module's name.</param>
public sealed class RemoteFeed<TChange>(HttpClient client, string module) : IFeed<TChange> where TChange : class, IFeedChange
{
    private static readonly TimeSpan TransferTime = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public async Task<FeedChanges<TChange>> ChangesAsync(ReadChanges query, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"internal/{module}/changes{ToQueryString(query)}");
        request.Options.Set(RemoteRequests.TimeLimit, query.Wait + TransferTime);
        request.Options.Set(RemoteRequests.IsLongPoll, true);
        using var response = await client.SendAsync(request, cancellationToken);
        return response.StatusCode == HttpStatusCode.Gone ? new([], Gone: true) : await response.ReadAsync<FeedChanges<TChange>>(module, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<TChange?> ChangeOfAsync(long id, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(
            new Uri(string.Create(CultureInfo.InvariantCulture, $"internal/{module}/changes/{id}"), UriKind.Relative), cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await response.ReadAsync<TChange>(module, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> WaitUntilPassedAsync(FeedCursor position, TimeSpan wait, CancellationToken cancellationToken)
    {
        var seconds = wait.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"internal/{module}/passed?position={position}&wait={seconds}");
        request.Options.Set(RemoteRequests.TimeLimit, wait + TransferTime);
        request.Options.Set(RemoteRequests.IsLongPoll, true);
        using var response = await client.SendAsync(request, cancellationToken);
        return await response.ReadAsync<IReadOnlyList<string>>(module, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<FeedStatus> FeedStatusAsync(CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(new Uri($"internal/{module}/feed", UriKind.Relative), cancellationToken);
        return await response.ReadAsync<FeedStatus>(module, cancellationToken);
    }

    private static string ToQueryString(ReadChanges query) => new QueryBuilder
    {
        { "after", query.After.ToString() },
        { "limit", query.Limit.ToString(CultureInfo.InvariantCulture) },
        { "wait", query.Wait.TotalSeconds.ToString(CultureInfo.InvariantCulture) },
        { "reader", query.Reader },
        { "home", query.Home },
    }.ToString();
}
