using MyThoughts.Search.FindThoughts;
using MyThoughts.Search.Language;
using MyThoughts.Search.Tests.Language;
using MyThoughts.Thoughts.Contracts;
using static MyThoughts.Search.Tests.SearchDatabase;
using WordsOf = MyThoughts.Search.Language.Words;

namespace MyThoughts.Search.Tests;

/// <summary>
/// Many queries over many texts, of all scripts: the database must mean what the words say, alike for thoughts that it has and for
/// those that somebody has just posted. The same ones in every run.
/// </summary>
internal sealed class AgreementTests
{
    private const int Everything = 1_000;
    private static readonly string[] Names = ["bruce", "Stephen", "JOSÉ", "Σίσυφος", "ann b", "@odd", "猫"];
    private static readonly string[] Words = ["plat", "a", "B", "é", "Σ", "ς", "дя", "ש", "猫", "😀", "ß", "i", "%", "_", "\\", "'", "-", "or", " ", "x y"];
    private static readonly string[] Times = ["2026-01-01T12:05:00Z", "2026-01-01T12:10:00.0000005Z", "2026-01-01T14:15:00+02:00", "2026-01-02", "2026", "9999-12-31", "0001-01-01", "noon"];
    private readonly Random random = new(20260131);

    [Test]
    public async Task The_database_finds_what_the_words_say_wherever_a_thought_is()
    {
        await using var database = await CreateAsync();
        Thought[] thoughts = [.. Enumerable.Range(1, 60).Select(id => Thought(id, Text(), Pick(Names)))];
        await database.ApplyAsync(thoughts);
        var found = 0;
        for (var round = 0; round < 400; round++)
        {
            var text = round % 4 == 0 ? RandomText.Of(random, random.Next(1, 30)) : Query();
            var query = SearchQuery.Of(new() { Text = text, From = random.Next(9) == 0 ? Pick(Names) : null, After = random.Next(9) == 0 ? Times[0] : null });
            var expected = thoughts.Where(thought => query.Conditions.All(any => any.Any(term => Holds(term, thought)))).Select(thought => thought.Id).ToList();

            var inTable = (await database.Table.FindAsync(Window.Everything, Direction.Older, query, Everything, CancellationToken.None)).Thoughts;
            inTable.Select(thought => thought.Id).Should().Equal(Enumerable.Reverse(expected), "of a search for '{0}'", text);
            var own = await database.Table.AmongAsync(thoughts, query, CancellationToken.None);
            own.OrderByDescending(thought => thought.Id).Should().Equal(inTable, "a search for '{0}' finds what was just posted as it will find it later", text);

            foreach (var thought in inTable) ShouldBeMarked(thought, query);
            found += expected.Count;
        }
        found.Should().BeInRange(1_000, 12_000, "queries that find all or nothing would tell little");
    }

    private static void ShouldBeMarked(Thought thought, SearchQuery query)
    {
        var places = Folding.FindAll(query.Text.Wanted, thought.Text);
        places.Zip(places.Skip(1)).Where(pair => pair.First.Start + pair.First.Length > pair.Second.Start).Should().BeEmpty("marks do not overlap");
        var marked = string.Concat(places.Select(place => Folding.Fold(thought.Text.Substring(place.Start, place.Length))));
        foreach (var any in query.Text.Conditions.Where(any => any.All(term => term is Term.Contains)))
            any.Cast<Term.Contains>().Should().Contain(term => marked.Contains(Folding.Fold(term.Text)), "'{0}' matches", thought.Text);
    }

    // What the words mean, said a second time.
    private static bool Holds(Term term, Thought thought) => term switch
    {
        Term.Contains contains => Folding.Fold(thought.Text).Contains(Folding.Fold(contains.Text), StringComparison.Ordinal),
        Term.Word word => HasInARow([.. WordsOf.In(thought.Text).Select(run => run.Text)], [.. WordsOf.In(word.Text).Select(run => run.Text)]),
        Term.By by => Folding.Fold(thought.Username) == Folding.Fold(by.Name),
        Term.Before before => thought.Timestamp < Stored(before.Time),
        Term.Since since => thought.Timestamp >= Stored(since.Time),
        Term.Not not => !Holds(not.Unwanted, thought),
        _ => throw new ArgumentOutOfRangeException(nameof(term)),
    };

    private static bool HasInARow(string[] words, string[] wanted) =>
        Enumerable.Range(0, words.Length).Any(start => words.Skip(start).Take(wanted.Length).SequenceEqual(wanted));

    // To the microsecond.
    private static DateTime Stored(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));

    private string Query() => string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(10) switch
    {
        0 => "or",
        1 => "OR",
        2 => $"-{Pick(Words)}",
        3 => $"\"{Pick(Words)}\"",
        4 => $"-\"{Pick(Words)}",
        5 => $"{(random.Next(2) == 0 ? "-" : "")}from:\"{Pick(Names)}\"",
        7 => $"{(random.Next(2) == 0 ? "-" : "")}word:\"{Pick(Words)}{Pick(["", " a", "-B"])}\"",
        6 => $"{Pick(["before:", "-before:", "After:"])}{Pick(Times)}",
        _ => Pick(Words),
    }));

    private string Text() => string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(3) == 0 ? Pick(Words).ToUpperInvariant() : Pick(Words)));

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
