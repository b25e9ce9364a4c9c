using Npgsql;

namespace MyThoughts.Benchmarks.HandWritten;

/// <summary>Runs the search page's own SELECT, with its bounds, in one trip to the database.</summary>
/// <param name="database">The database, as Search's role.</param>
/// <param name="sql">The SELECT, with numbered parameters: the id to end at, the id to begin below, the pattern, how many.</param>
internal sealed class SearchQuery(NpgsqlDataSource database, string sql)
{
    private const int Page = 20;

    public async Task<List<Row>> RunAsync(string word, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new("SET LOCAL plan_cache_mode = force_custom_plan"), new("SET LOCAL statement_timeout = '2s'"),
                new(sql)
                {
                    Parameters =
                    {
                        new NpgsqlParameter<long> { TypedValue = 0 }, new NpgsqlParameter<long> { TypedValue = long.MaxValue },
                        new NpgsqlParameter<string> { TypedValue = $"%{word}%" }, new NpgsqlParameter<int> { TypedValue = Page + 1 },
                    },
                },
            },
        };
        var rows = new List<Row>(Page + 1);
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken)) rows.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetDateTime(3)));
        }
        await transaction.CommitAsync(cancellationToken);
        if (rows.Count > Page) rows.RemoveAt(Page);
        return rows;
    }

    internal sealed record Row(long Id, string Username, string Text, DateTime PostedAt);
}
