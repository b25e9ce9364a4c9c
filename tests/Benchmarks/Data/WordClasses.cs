using System.Text.Json;
using MyThoughts.Benchmarks.Core;
using Npgsql;

namespace MyThoughts.Benchmarks.Data;

/// <summary>Words of the data by how many thoughts have them. No plan serves all of these, so each is looked at by itself.</summary>
/// <param name="Classes">Some words of each class; a class that the data has no word for is not there.</param>
internal sealed record WordClasses(IReadOnlyDictionary<string, IReadOnlyList<string>> Classes)
{
    public const string Rare = "rare (10)";
    public const string Dead = "common once, dead now";

    private const int WordsOfAClass = 5;
    private const int CommonOnce = 2_000;

    // Letters alone, four at least: no operator of the language, and no part of most other words.
    private const string Count = """
        SELECT word, count(*) AS thoughts, max(id) AS newest
        FROM (SELECT DISTINCT id, word FROM search.thought CROSS JOIN LATERAL regexp_split_to_table(lower(text), '[^[:alpha:]]+') AS word) AS found
        WHERE char_length(word) >= 4
        GROUP BY word
        HAVING count(*) >= 5
        """;

    private const string NewestId = "SELECT max(id) FROM search.thought";

    /// <summary>Reads them from a file, or counts them, which takes minutes at five million, and writes it.</summary>
    public static async Task<WordClasses> ReadAsync(string file, string administrator, int thoughts, CancellationToken cancellationToken)
    {
        if (File.Exists(file)) return JsonSerializer.Deserialize<WordClasses>(await File.ReadAllTextAsync(file, cancellationToken))!;
        Console.WriteLine("  counting words, once: the counts are kept");
        await using var source = NpgsqlDataSource.Create(administrator + ";Command Timeout=3600");
        var words = Pick(await CountAsync(source, cancellationToken), thoughts, await NewestAsync(source, cancellationToken));
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(words), cancellationToken);
        return words;
    }

    public IReadOnlyList<string> Of(string name) =>
        Classes.GetValueOrDefault(name) ?? throw new VoidException($"the data has no word of the class '{name}'.");

    internal static WordClasses Pick(IReadOnlyCollection<Word> words, int thoughts, long newest)
    {
        var living = words.Where(word => word.Newest > newest - newest / 10).ToList();
        var classes = new Dictionary<string, IReadOnlyList<string>>();
        Add(Rare, living, 10);
        Add("medium (1,000)", living, 1000);
        Add("about √(20N)", living, Math.Sqrt(20.0 * thoughts));
        Add("2%", living, 0.02 * thoughts);
        Add("most frequent", living, living.Select(word => word.Thoughts).DefaultIfEmpty().Max(), WordsOfAClass);
        // Thousands have written it, and nobody in the newer half: the word of a subject that came and died.
        Add(Dead, [.. words.Where(word => word.Newest < newest / 2 && word.Thoughts >= CommonOnce)], thoughts, double.MaxValue);
        return new(classes);

        void Add(string name, IReadOnlyCollection<Word> from, double count, double tolerance = 2)
        {
            List<string> picked = [.. from.Where(word => word.Thoughts >= count / tolerance && word.Thoughts <= count * tolerance)
                .OrderBy(word => Math.Abs(word.Thoughts - count)).ThenBy(word => word.Text, StringComparer.Ordinal).Take(WordsOfAClass).Select(word => word.Text)];
            if (picked.Count > 0) classes[name] = picked;
        }
    }

    private static async Task<List<Word>> CountAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        var words = new List<Word>();
        await using var command = source.CreateCommand(Count);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) words.Add(new(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)));
        return words;
    }

    private static async Task<long> NewestAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(NewestId);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>A word, how many thoughts have it, and the newest of them.</summary>
    internal sealed record Word(string Text, long Thoughts, long Newest);
}
