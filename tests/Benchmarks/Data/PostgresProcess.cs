using MyThoughts.Benchmarks.Core;
using MyThoughts.Support;
using Npgsql;

namespace MyThoughts.Benchmarks.Data;

/// <summary>The server's first process, whose children do its work.</summary>
internal static class PostgresProcess
{
    public static async Task<int> OfAsync(TestDatabase database, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(database.Administrator + ";Pooling=false");
        // Open until its parent has been read: a process that has ended has none.
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT pg_backend_pid()", connection);
        return ProcessUsage.ParentOf((int)(await command.ExecuteScalarAsync(cancellationToken))!);
    }
}
