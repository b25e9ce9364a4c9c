using System.Globalization;
using System.Text;
using Dapper;
using MyThoughts.Search.Contracts;
using MyThoughts.Search.FindThoughts;

namespace MyThoughts.Search.Tests;

internal sealed class FoldingTests
{
    private static readonly UnicodeCategory[] Letters =
        [UnicodeCategory.UppercaseLetter, UnicodeCategory.LowercaseLetter, UnicodeCategory.TitlecaseLetter];

    [TestCase("plat", "Platypus and PLATYPUS", new[] { 0, 4, 13, 4 })]
    [TestCase("aa", "aaaaa", new[] { 0, 2, 2, 2 })]
    [TestCase("b", "😀B😀b", new[] { 2, 1, 5, 1 })]
    [TestCase("😀", "a😀😀", new[] { 1, 2, 3, 2 })]
    [TestCase("<script>", "x<SCRIPT>", new[] { 1, 8 })]
    [TestCase("istanbul", "in İSTANBUL", new[] { 3, 8 })]
    [TestCase("𐐀", "x𐐨", new[] { 1, 2 })]
    [TestCase("%", "100%", new[] { 3, 1 })]
    [TestCase("", "anything", new int[0])]
    [TestCase("plat|pus|egg", "Platypus", new[] { 0, 4, 5, 3 })]
    [TestCase("pus|plat", "Platypus", new[] { 0, 4, 5, 3 })]
    [TestCase("typus|platy|y", "Platypus", new[] { 0, 8 })]
    [TestCase("platypus|typ", "Platypus plat", new[] { 0, 8 })]
    [TestCase("a|ab|b", "abab", new[] { 0, 2, 2, 2 })]
    public void Highlights_are_where_a_text_matches_and_do_not_overlap(string wanted, string text, int[] places) =>
        Folding.FindAll([.. wanted.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(Folding.Fold)], text)
            .Should().Equal(places.Chunk(2).Select(place => new Highlight(place[0], place[1])));

    [Test]
    public async Task Every_letter_is_folded_as_the_database_folds_it()
    {
        await using var database = await SearchDatabase.CreateAsync();
        await using var connection = await database.Source.OpenConnectionAsync();
        // Up to the end of the Supplementary Multilingual Plane: beyond it no letter has a case.
        var lower = (await connection.QueryAsync<(int CodePoint, string Lower)>(
            "SELECT n, lower(chr(n)) FROM generate_series(1, 131071) AS n WHERE n NOT BETWEEN 55296 AND 57343")).ToList();

        var different = lower.Where(row => row.Lower != Folding.Fold(char.ConvertFromUtf32(row.CodePoint))).Select(row => row.CodePoint).ToList();

        // A C library may be older than .NET's Unicode and not know the newest letters: such a thought is found without a mark.
        different.Where(codePoint => codePoint < 0x1C89 && Letters.Contains(Rune.GetUnicodeCategory(new Rune(codePoint)))).Should().BeEmpty();
        different.Count.Should().BeLessThan(100);
    }
}
