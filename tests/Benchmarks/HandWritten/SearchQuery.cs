using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace MyThoughts.Benchmarks.HandWritten;

/// <summary>Runs the search page's own SELECT, with its settings, in one trip to the database.</summary>
internal sealed partial class SearchQuery(NpgsqlDataSource database, string sql)
{
    private const int Page = 20;
    private const int Peek = 1024;

    private static readonly string[] Settings =
    [
        "SET LOCAL plan_cache_mode = force_custom_plan", "SET LOCAL statement_timeout = '1s'",
        "SET LOCAL enable_indexscan = on", "SET LOCAL enable_bitmapscan = off", "SET LOCAL enable_sort = off",
    ];

    // What stands before a number tells what it is for; the last limit is the page's, one before it how far to look.
    private readonly List<string> meanings =
    [
        .. Parameter().Matches(sql).GroupBy(match => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture))
            .OrderBy(uses => uses.Key).Select(uses => uses.Last().Groups["use"].Value + (uses.Last().Index > sql.LastIndexOf("LIMIT", StringComparison.Ordinal) - 1 ? " page" : "")),
    ];

    public async Task<List<Row>> RunAsync(string word, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var setting in Settings) batch.BatchCommands.Add(new(setting));
        batch.BatchCommands.Add(Select(word));
        var rows = new List<Row>(Page + 1);
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken)) rows.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetDateTime(3)));
        }
        await transaction.CommitAsync(cancellationToken);
        if (rows.Count > Page) rows.RemoveAt(Page);
        return rows;
    }

    private NpgsqlBatchCommand Select(string word)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var meaning in meanings) command.Parameters.Add(Value(meaning, word));
        return command;
    }

    private static NpgsqlParameter Value(string meaning, string word) => meaning switch
    {
        "id >=" => new NpgsqlParameter<long> { TypedValue = 0 },
        "id <" => new NpgsqlParameter<long> { TypedValue = long.MaxValue },
        "ILIKE" => new NpgsqlParameter<string> { TypedValue = $"%{word}%" },
        "LIMIT" => new NpgsqlParameter<int> { TypedValue = Peek },
        "LIMIT page" => new NpgsqlParameter<int> { TypedValue = Page + 1 },
        _ => throw new InvalidOperationException($"The page's SELECT has a parameter after '{meaning}', which was not there when this was written."),
    };

    [GeneratedRegex(@"(?<use>\S+(?<=id) (>=|<)|\S+)\s+\$(?<number>\d+)")]
    private static partial Regex Parameter();

    internal sealed record Row(long Id, string Username, string Text, DateTime PostedAt);
}
