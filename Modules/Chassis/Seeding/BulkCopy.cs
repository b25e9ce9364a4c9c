using System.Diagnostics;
using System.Threading.Channels;
using Npgsql;

namespace MyThoughts.Chassis.Seeding;

/// <summary>Writes many rows by COPY, in short transactions. The next rows are made while the last ones are on their way.</summary>
/// <typeparam name="TRow">A row.</typeparam>
/// <param name="database">The module's data source.</param>
/// <param name="copy">The statement, a constant of the module: <c>COPY … FROM STDIN (FORMAT BINARY)</c>.</param>
/// <param name="write">Writes the columns of one row, without beginning the row.</param>
public sealed class BulkCopy<TRow>(NpgsqlDataSource database, string copy, Action<NpgsqlBinaryImporter, TRow> write)
{
    private const int RowsAtATime = 20_000;
    private const int RowsBetweenLooks = 256;

    // A transaction may take five seconds; what is on its way when the time is up still has to arrive.
    internal TimeSpan LongestCopy { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Writes the rows in their order.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="written">Told after each commit how many rows are written so far.</param>
    /// <param name="cancellationToken">Stops between two rows; what was committed stays.</param>
    /// <returns>When all are committed.</returns>
    public async Task WriteAsync(IEnumerable<TRow> rows, Action<long> written, CancellationToken cancellationToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var made = Channel.CreateBounded<TRow[]>(1);
        var making = Task.Run(() => MakeAsync(rows, made.Writer, ends.Token), CancellationToken.None);
        try
        {
            var total = 0L;
            await foreach (var some in made.Reader.ReadAllAsync(cancellationToken))
            {
                for (var done = 0; done < some.Length;)
                {
                    var count = await Task.Run(() => CopyAsync(some.AsMemory(done), cancellationToken), cancellationToken);
                    done += count;
                    total += count;
                    written(total);
                }
            }
        }
        finally
        {
            await ends.CancelAsync();
            await making.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await making;
    }

    private static async Task MakeAsync(IEnumerable<TRow> rows, ChannelWriter<TRow[]> made, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var some in rows.Chunk(RowsAtATime)) await made.WriteAsync(some, cancellationToken);
            made.Complete();
        }
        catch (Exception problem)
        {
            made.Complete(problem);
            throw;
        }
    }

    private async Task<int> CopyAsync(ReadOnlyMemory<TRow> rows, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var import = await connection.BeginBinaryImportAsync(copy, cancellationToken);
        var count = Fill(import, rows.Span, cancellationToken);
        await import.CompleteAsync(cancellationToken);
        return count;
    }

    // Not asynchronously, value by value: that takes longer than the writing.
    private int Fill(NpgsqlBinaryImporter import, ReadOnlySpan<TRow> rows, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        for (var count = 0; count < rows.Length; count++)
        {
            if (count > 0 && count % RowsBetweenLooks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (watch.Elapsed > LongestCopy) return count;
            }
            import.StartRow();
            write(import, rows[count]);
        }
        return rows.Length;
    }
}
