namespace MyThoughts.Search.Contracts;

/// <summary>The Search module as its neighbours see it: in the same process, or over HTTP.</summary>
public interface ISearch
{
    /// <summary>Searches everybody's thoughts.</summary>
    /// <param name="query">What to look for, and which page of it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A page of matches, or errors by field.</returns>
    Task<SearchResult> SearchAsync(SearchThoughts query, CancellationToken cancellationToken);
}
