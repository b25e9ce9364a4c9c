using MyThoughts.Search.Contracts;
using MyThoughts.Search.FindThoughts;

namespace MyThoughts.Search;

/// <summary>The contract inside the module's own process.</summary>
internal sealed class InProcessSearch(SearchThoughtsHandler handler) : ISearch
{
    public Task<SearchResult> SearchAsync(SearchThoughts query, CancellationToken cancellationToken) =>
        handler.HandleAsync(query, cancellationToken);
}
