using System.Collections.Concurrent;
using Dapper;
using Npgsql;

namespace MyThoughts.Rehearsal;

/// <summary>What became of what people were told.</summary>
/// <param name="Posted">Thoughts that people were told are posted.</param>
/// <param name="Lost">Those that are not there.</param>
/// <param name="Doubled">Texts that are there more than once, told or not.</param>
/// <param name="Deleted">Thoughts that people were told are deleted.</param>
/// <param name="Risen">Those that are still there.</param>
public sealed record LedgerResult(int Posted, int Lost, int Doubled, int Deleted, int Risen);

/// <summary>Remembers what people were told, to compare it with what is stored.</summary>
internal sealed class Ledger(string administrator)
{
    private readonly ConcurrentDictionary<string, bool> posted = new();
    private readonly ConcurrentDictionary<long, bool> deleted = new();

    public void Posted(string text) => posted[text] = true;

    public void Deleted(long id, string text)
    {
        deleted[id] = true;
        posted.TryRemove(text, out _);
    }

    public async Task<LedgerResult> CompareAsync()
    {
        await using var connection = new NpgsqlConnection(administrator + ";Pooling=false");
        var stored = (await connection.QueryAsync<(long Id, string Text)>("SELECT id, text FROM thoughts.thought WHERE text LIKE 'Rehearsed %'")).ToList();
        var texts = stored.Select(row => row.Text).ToHashSet();
        return new(posted.Count, posted.Keys.Count(text => !texts.Contains(text)), stored.Count - texts.Count, deleted.Count, stored.Count(row => deleted.ContainsKey(row.Id)));
    }
}
