using Npgsql;

namespace MyThoughts.Chassis.Feeds.Following;

/// <summary>What a module keeps of a feed it follows, in its own schema.</summary>
/// <typeparam name="TChange">A change.</typeparam>
public interface IFeedTarget<TChange> where TChange : IFeedChange
{
    /// <summary>Raised whenever what is kept has to be built anew; a host whose code is older stands by from then on.</summary>
    int ModelVersion { get; }

    /// <summary>
    /// Applies changes in the transaction that moves the cursor. Applying a change twice, or its row's next state first, must come to
    /// the same: a rebuild and a replay do so.
    /// </summary>
    /// <param name="connection">The connection with the transaction.</param>
    /// <param name="changes">The changes, each row at most once.</param>
    /// <param name="generation">What the rows are to carry, for the leftovers of a rebuild to be told from them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When they are written.</returns>
    Task ApplyAsync(NpgsqlConnection connection, IReadOnlyList<TChange> changes, int generation, CancellationToken cancellationToken);

    /// <summary>Deletes some of what an older generation left behind, after a rebuild that has seen everything there is.</summary>
    /// <param name="connection">The connection with a transaction.</param>
    /// <param name="generation">The present generation.</param>
    /// <param name="most">At most so many rows, for the transaction to stay short.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many rows were deleted: fewer than <paramref name="most"/> when there are no more.</returns>
    Task<int> DeleteLeftoversAsync(NpgsqlConnection connection, int generation, int most, CancellationToken cancellationToken);
}
