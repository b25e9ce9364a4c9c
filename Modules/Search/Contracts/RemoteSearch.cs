using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using MyThoughts.Chassis.Http;

namespace MyThoughts.Search.Contracts;

/// <summary>The Search module's contract over HTTP: the module runs in another process.</summary>
internal sealed class RemoteSearch(HttpClient client) : ISearch
{
    // Longer than the module's own limit for a search, which then answers with what it has.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(6);

    public async Task<SearchResult> SearchAsync(SearchThoughts query, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "internal/search/thoughts" + QueryOf(query));
        request.Options.Set(RemoteRequests.TimeLimit, TimeLimit);
        using var response = await client.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.RequestUriTooLong) return TooLong;
        return await response.ReadAsync<SearchResult>("search", cancellationToken);
    }

    // Refused before the module saw it, so the client says what the module would.
    private static SearchResult TooLong => SearchResult.Invalid(
        new Dictionary<string, string[]> { ["q"] = [$"Search for at most {SearchThoughts.LongestText} characters."] });

    private static QueryString QueryOf(SearchThoughts query)
    {
        var parameters = new QueryBuilder();
        Add("q", query.Text);
        Add("from", query.From);
        Add("after", query.After);
        Add("before", query.Before);
        Add("order", query.Order);
        Add("limit", query.Limit);
        Add("cursor", query.Cursor);
        Add("written", query.Written);
        return parameters.ToQueryString();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) parameters.Add(name, value);
        }
    }
}
