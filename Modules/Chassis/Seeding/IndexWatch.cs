using Dapper;
using Npgsql;

namespace MyThoughts.Chassis.Seeding;

/// <summary>Asks PostgreSQL how far the building of an index is.</summary>
internal static class IndexWatch
{
    private const string Look = """
        SELECT phase AS Phase, blocks_done AS Done, blocks_total AS Total FROM pg_stat_progress_create_index WHERE pid = @Backend
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Watches until the build has ended.</summary>
    /// <param name="administrator">Another connection than the one that builds.</param>
    /// <param name="backend">The backend that builds.</param>
    /// <param name="phase">Told how far it is.</param>
    /// <param name="built">Done when the build has ended, well or not.</param>
    public static async Task UntilAsync(NpgsqlDataSource administrator, int backend, IndexPhase phase, Task built)
    {
        while (await Task.WhenAny(built, Task.Delay(Pause)) != built)
        {
            await using var connection = await administrator.OpenConnectionAsync(CancellationToken.None);
            var step = await connection.QuerySingleOrDefaultAsync<IndexStep>(new CommandDefinition(Look, new { Backend = backend }, cancellationToken: CancellationToken.None));
            if (step is not null) phase.Reach(step);
        }
    }
}
