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
        await using var command = source.CreateCommand("SELECT pg_backend_pid()");
        return ProcessUsage.ParentOf((int)(await command.ExecuteScalarAsync(cancellationToken))!);
    }
}
