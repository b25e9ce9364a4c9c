using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Chassis.Seeding;

/// <summary>What a module writes when it is filled with generated data.</summary>
public interface IBulkSeed
{
    /// <summary>Looks how much of it is not there yet.</summary>
    /// <param name="size">How much it is altogether, and which.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many rows are missing.</returns>
    /// <exception cref="SettingException">What is there is something else, which this data would mix with.</exception>
    Task<int> MissingAsync(SeedSize size, CancellationToken cancellationToken);

    /// <summary>Writes what is missing, in transactions of at most five seconds: a longer one holds every feed of the cluster back.</summary>
    /// <param name="size">How much it is altogether, and which.</param>
    /// <param name="missing">How many rows are missing.</param>
    /// <param name="written">Told how many rows are written so far.</param>
    /// <param name="cancellationToken">Stops between two rows; what was committed stays.</param>
    /// <returns>When it is written.</returns>
    Task WriteAsync(SeedSize size, int missing, Action<long> written, CancellationToken cancellationToken);
}
