using MyThoughts.Chassis.Feeds;

namespace MyThoughts.Thoughts.Contracts;

/// <summary>The Thoughts module as its neighbours see it: in the same process, or over HTTP.</summary>
public interface IThoughts : IFeed<ThoughtChange>
{
    /// <summary>Publishes a thought.</summary>
    /// <param name="command">Author and text.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The thought as stored, or why not.</returns>
    Task<PostThoughtResult> PostAsync(PostThought command, CancellationToken cancellationToken);

    /// <summary>Finds a thought by its number.</summary>
    /// <param name="id">The number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The thought, or null when there is none or it was deleted.</returns>
    Task<Thought?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>Lists thoughts, streamed from the database row by row in constant memory.</summary>
    /// <param name="query">Whose, containing what, in which order, how many, from where on.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <returns>The thoughts in the order asked for.</returns>
    IAsyncEnumerable<Thought> ListAsync(ListThoughts query, CancellationToken cancellationToken);

    /// <summary>A page of a list. One that contains a text may be cut short by a time limit, and says so.</summary>
    /// <param name="query">As for a list; <see cref="ListThoughts.Limit"/> is the size of the page and must be there.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    async Task<ThoughtPage> PageAsync(ListThoughts query, CancellationToken cancellationToken) =>
        ThoughtPage.Of(await ListAsync(query with { Limit = query.Limit + 1 }, cancellationToken).ToListAsync(cancellationToken), query.Limit!.Value);

    /// <summary>Deletes a thought for good, leaving a tombstone without text for the feed. Asking again is no error.</summary>
    /// <param name="command">Which thought, and whose it must be.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How it ended, once committed; the feed's readers hear of it a moment later.</returns>
    Task<DeleteThoughtResult> DeleteAsync(DeleteThought command, CancellationToken cancellationToken);
}
