using MyThoughts.Search.FindThoughts;

namespace MyThoughts.Search.Tests;

internal sealed class ScoreTests
{
    [TestCase("plat", "a plat on the plain", "platypus", Description = "a whole word beats a part")]
    [TestCase("plat", "platypus, Platypus", "platypus", Description = "twice beats once")]
    [TestCase("plat", "platypus", "platypus!", Description = "shorter beats longer")]
    [TestCase("plat|egg", "platypus and some eggs", "plat plat plat", Description = "two terms beat one, however well it matches")]
    [TestCase("plat|egg", "a plat of eggs and more of it", "platypus eggs", Description = "more whole words beat a shorter text")]
    [TestCase("#tag", "#tag, and a long text after it", "#tags", Description = "a sign begins a word by itself")]
    [TestCase("c++", "they say that c++ is fast", "c", Description = "a sign ends a word by itself")]
    [TestCase("дят", "весёлый дят на ветке", "дятел", Description = "words of any script")]
    [TestCase("e", "so e it is", "e\u0301", Description = "an accent belongs to its letter")]
    [TestCase("😀", "what a day 😀😀", "what a day 😀", Description = "emoji")]
    [TestCase("the cat", "oh, the cat, and more", "the cats", Description = "a text of two words is whole at both its ends")]
    public void The_better_match_has_the_higher_score(string terms, string better, string worse)
    {
        var folded = terms.Split('|');
        Score.Of(folded, better).Should().BeGreaterThan(Score.Of(folded, worse));
        Score.Of(folded, better).Should().Be(Score.Of(folded, better.ToUpperInvariant()), "case does not matter");
    }

    [Test]
    public void Where_no_text_is_wanted_all_are_alike() => Score.Of([], "short").Should().Be(Score.Of([], "a longer text")).And.Be(0);

    [Test]
    public void The_highest_score_is_a_positive_number()
    {
        string[] letters = [.. Enumerable.Range(0, 30).Select(n => $"{(char)(n < 26 ? 'a' + n : '0' + n - 26)}")];
        var text = string.Join(' ', letters) + string.Concat(Enumerable.Repeat("abc", 200));
        Score.Of(letters, text).Should().BePositive().And.BeLessThan(int.MaxValue);
    }
}
