using MyThoughts.Benchmarks.Core;
using MyThoughts.Benchmarks.Data;

namespace MyThoughts.Benchmarks.Tests;

public sealed class WordClassesTests
{
    private static readonly WordClasses Picked = WordClasses.Pick(
        [
            new("rarely", 9, 990), new("seldom", 12, 1000), new("often", 40_000, 1000), new("always", 900_000, 1000), new("formerly", 3_000, 100), new("sometimes", 1_900, 100), new("hardly", 11, 100),
        ],
        thoughts: 1_000_000, newest: 1000);

    [Test]
    public void Words_are_sorted_by_how_often_they_occur()
    {
        Picked.Of(WordClasses.Rare).Should().Equal("rarely", "seldom");
        Picked.Of("2%").Should().Equal("often");
        Picked.Of("most frequent").Should().Contain("always");
    }

    [Test]
    public void A_word_that_nobody_writes_any_more_is_dead_and_nothing_else() =>
        Picked.Classes.Where(one => one.Value.Contains("formerly")).Select(one => one.Key).Should().Equal(WordClasses.Dead);

    [Test]
    public void A_class_that_has_no_word_is_void_where_it_is_needed() =>
        FluentActions.Invoking(() => Picked.Of("medium (1,000)")).Should().Throw<VoidException>();
}
