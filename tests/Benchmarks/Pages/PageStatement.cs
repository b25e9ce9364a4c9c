using MyThoughts.Benchmarks.Core;
using MyThoughts.Benchmarks.Data;
using Npgsql;

namespace MyThoughts.Benchmarks.Pages;

/// <summary>The SELECT of a person's own page, taken from the database while the page is served: a copy here would be yesterday's.</summary>
internal static class PageStatement
{
    // The driver numbers parameters in the order in which they come up: the username, and the id to begin below.
    private const string LastOfThoughts = """
        SELECT query FROM pg_stat_activity WHERE usename = 'thoughts' AND query LIKE 'SELECT id, username, text, posted_at%lower(username)%' LIMIT 1
        """;

    private const int Rows = 21;   // one more than a page tells whether there is another

    /// <summary>The statement with values in the place of parameters.</summary>
    /// <exception cref="VoidException">It is not what this expects.</exception>
    public static async Task<string> ReadAsync(SizedMonolith monolith, CancellationToken cancellationToken)
    {
        await monolith.Page("/thoughts/", Reader.Word).RunAsync(TimeSpan.FromSeconds(1), cancellationToken);
        await using var source = NpgsqlDataSource.Create(monolith.Data.Database.Administrator);
        await using var look = source.CreateCommand(LastOfThoughts);
        if (await look.ExecuteScalarAsync(cancellationToken) is not string sql) throw new VoidException("the page's SELECT is not to be seen in pg_stat_activity.");
        var filled = sql.Replace("$1", $"'{Reader.Username}'", StringComparison.Ordinal).Replace("$2", $"{long.MaxValue}", StringComparison.Ordinal);
        return await CountAsync(source, filled, cancellationToken) == Rows ? filled
            : throw new VoidException("the page's SELECT takes other parameters than its author and the id to begin below.");
    }

    private static async Task<int> CountAsync(NpgsqlDataSource source, string sql, CancellationToken cancellationToken)
    {
        var count = 0;
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) count++;
        return count;
    }
}
