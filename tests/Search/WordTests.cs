using MyThoughts.Search.Contracts;
using MyThoughts.Search.FindThoughts;
using MyThoughts.Search.Language;
using static MyThoughts.Search.Tests.SearchDatabase;

namespace MyThoughts.Search.Tests;

/// <summary>Whole words: <c>word:plat</c> finds no platypus.</summary>
internal sealed class WordTests
{
    [TestCase("word:plat", "Plat du jour", "a PLAT!", "(plat)", "either/plat", "http://plat.example/", "#plat @plat", "it's plat's", "plat-du-jour", "1.plat", "<plat>", "a&plat;b")]
    [TestCase("word:\"duck bill\"", "a duck bill", "duck-bill", "Duck, bill", "my duck/bill.")]
    [TestCase("Word:ΣΊΣΥΦΟΣ", "Σίσυφος σίσυφοσ")]
    [TestCase("word:猫", "猫", "猫!")]
    [TestCase("word:42", "42", "is -42", "1/42", "a.42.b")]
    public async Task A_word_is_found_whatever_its_case_and_the_signs_around_it(string query, params string[] texts)
    {
        await using var database = await CreateAsync();
        await database.ApplyAsync([.. texts.Select((text, index) => Thought(index + 1, text)), Thought(100, "platypus duckbill bill duck"), Thought(101, "splat duck a bill 421 猫猫")]);

        (await database.TextsAsync(query)).Should().BeEquivalentTo(texts);
    }

    [Test]
    public async Task Words_combine_with_everything_else()
    {
        await using var database = await CreateAsync();
        await database.ApplyAsync(Thought(1, "plat"), Thought(2, "platypus"), Thought(3, "plat and platypus"), Thought(4, "egg", "stephen"));

        (await database.TextsAsync("plat -word:platypus")).Should().Equal("plat");
        (await database.TextsAsync("word:egg OR word:plat")).Should().Equal("egg", "plat and platypus", "plat");
        (await database.TextsAsync("word:egg from:stephen")).Should().Equal("egg");
        (await database.FindAsync("word:egg -word:plat")).Reading.Should().Be("with the word “egg”, without the word “plat”");
    }

    [Test]
    public async Task A_word_of_signs_alone_is_taken_as_text()
    {
        await using var database = await CreateAsync();
        await database.ApplyAsync(Thought(1, "say word:!!!"));

        var result = await database.FindAsync("word:!!!");

        result.Items.Should().ContainSingle();
        result.Notes.Should().Equal("“word:!!!” has no letters or digits, so it was taken as text.");
    }

    [Test]
    public void What_was_typed_is_marked_word_by_word() =>
        Folding.FindAll(QueryParser.Parse("word:\"Duck bill\"").Wanted, "A duck; BILL").Should().Equal(new Highlight(2, 4), new Highlight(8, 4));
}
