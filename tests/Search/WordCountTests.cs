using Dapper;
using MyThoughts.Search.CountWords;
using MyThoughts.Search.FindThoughts;
using MyThoughts.Thoughts.Contracts;
using static MyThoughts.Search.Tests.SearchDatabase;

namespace MyThoughts.Search.Tests;

internal sealed class WordCountTests
{
    [Test]
    public async Task Words_are_counted_by_segment_each_thought_once_and_the_newest_when_there_are_enough()
    {
        await using var database = await CreateAsync();
        await FillAsync(database, 0, WordCounts.AtATime, "platypus");
        await FillAsync(database, WordCounts.AtATime, 10, "platypus");

        (await database.Counts.CountNextAsync(CancellationToken.None)).Should().BeTrue();
        (await database.Counts.CountNextAsync(CancellationToken.None)).Should().BeFalse();

        (await CountsAsync(database, "platypus")).Should().Equal((0, WordCounts.AtATime));
    }

    [Test]
    public async Task The_end_of_a_segment_is_counted_when_there_is_a_next_one_and_rare_words_are_forgotten()
    {
        await using var database = await CreateAsync();
        await FillAsync(database, 0, 40, "common");
        await FillAsync(database, 40, 3, "rare");
        (await database.Counts.CountNextAsync(CancellationToken.None)).Should().BeFalse();
        await FillAsync(database, Segments.Size, 1, "common");

        (await database.Counts.CountNextAsync(CancellationToken.None)).Should().BeTrue();

        (await CountsAsync(database, "common")).Should().Equal((0, 40));
        (await CountsAsync(database, "rare")).Should().BeEmpty();
    }

    [Test]
    public async Task One_host_counts_at_a_time()
    {
        await using var database = await CreateAsync();
        await FillAsync(database, 0, WordCounts.AtATime, "platypus");
        await using var other = await database.Source.OpenConnectionAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await other.ExecuteAsync("SELECT below FROM search.counted FOR UPDATE");

        (await database.Counts.CountNextAsync(CancellationToken.None)).Should().BeFalse();

        await transaction.RollbackAsync();
        (await database.Counts.CountNextAsync(CancellationToken.None)).Should().BeTrue();
    }

    // Every query of these, on thoughts in several segments: without frequencies, with right ones, and with wrong ones.
    [Test]
    public async Task Frequencies_that_are_missing_or_wrong_change_no_answer()
    {
        string[] queries =
        [
            "platypus", "plat", "word:platypus", "word:plat", "bill duck", "word:\"duck bill\"", "platypus -duck", "word:duck -word:platypus",
            "word:duck OR word:egg", "egg from:stephen", "from:stephen -egg", "word:platypus before:2026-01-02", "word:platypus after:2026-01-02", "uc", "g, a",
        ];
        await using var database = await CreateAsync();
        Thought[] thoughts = [.. Enumerable.Range(0, 400).Select(n => Thought(1 + n % 5 * Segments.Size + n, Text(n), n % 7 == 0 ? "stephen" : "bruce"))];
        await database.ApplyAsync(thoughts);
        var before = await AnswersAsync();
        before.Should().OnlyContain(answer => answer.Length > 0);

        await database.ExecuteAsync("UPDATE search.counted SET below = 10000000");
        (await AnswersAsync()).Should().BeEquivalentTo(before, options => options.WithStrictOrdering(), "a table that lists nothing says that all is rare");

        var random = new Random(7);
        for (var round = 0; round < 5; round++)
        {
            await database.ExecuteAsync("DELETE FROM search.frequency");
            foreach (var word in new[] { "platypus", "duck", "bill", "egg" })
            foreach (var segment in Enumerable.Range(0, 5).Where(_ => random.Next(2) == 0))
                await database.ExecuteAsync($"INSERT INTO search.frequency VALUES ('{word}', {segment}, {random.Next(1, 100_000)})");
            (await AnswersAsync()).Should().BeEquivalentTo(before, options => options.WithStrictOrdering());
        }

        async Task<List<long[]>> AnswersAsync()
        {
            var answers = new List<long[]>();
            foreach (var query in queries)
            {
                answers.Add([.. await PagesAsync(database, query, "newest")]);
                answers.Add([.. await PagesAsync(database, query, "best")]);
            }
            return answers;
        }
    }

    private static string Text(int number) => (number % 4) switch
    {
        0 => $"A platypus, number {number}",
        1 => $"duck; bill {number}",
        2 => $"An egg, a duck, a PLATYPUS and {number}",
        _ => $"plat {number} bill duck",
    };

    private static async Task<IEnumerable<long>> PagesAsync(SearchDatabase database, string query, string order)
    {
        var met = new List<long>();
        string? cursor = null;
        do
        {
            var page = await database.FindAsync(new() { Text = query, Order = order, Cursor = cursor });
            page.Errors.Should().BeEmpty();
            met.AddRange(page.Items.Select(match => match.Thought.Id));
            cursor = page.Next;
        }
        while (cursor is not null);
        met.Should().OnlyHaveUniqueItems();
        return met;
    }

    private static Task FillAsync(SearchDatabase database, long first, int count, string text) => database.ExecuteAsync(
        $"INSERT INTO search.thought (id, username, text, posted_at, generation) SELECT n, 'bruce', '{text}', now(), 1 FROM generate_series({first}, {first + count - 1}) AS n");

    private static async Task<IEnumerable<(long, long)>> CountsAsync(SearchDatabase database, string word)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        return await connection.QueryAsync<(long, long)>("SELECT segment, thoughts FROM search.frequency WHERE word = @word ORDER BY segment", new { word });
    }
}
