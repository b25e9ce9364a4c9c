namespace MyThoughts.Thoughts.Tests.Listing;

internal sealed class PagePartTests
{
    [TestCase("plat", true)]
    [TestCase("猫猫猫", true)]
    [TestCase("pl", false)]
    [TestCase("p l", true, Description = "a word that begins with l")]
    [TestCase("l.", false)]
    [TestCase("la.", true)]
    [TestCase("?!?", false)]
    [TestCase(" ", false)]
    [TestCase("😀😀😀", false)]
    public void Three_letters_or_the_edge_of_a_word_are_needed_to_ask_the_index(string text, bool isSearchable) =>
        Searchable.Is(text).Should().Be(isSearchable);

    [TestCase("plat", false)]
    [TestCase("plat", true)]
    [TestCase("p", false)]
    [TestCase("p", true)]
    public void The_parts_of_a_page_cover_the_table_once_and_in_order(string text, bool newestFirst)
    {
        var random = new Random(5);
        for (var round = 0; round < 500; round++)
        {
            var oldest = random.NextInt64(0, 5_000_000);
            var below = oldest + random.NextInt64(0, 5_000_000);
            long? after = random.Next(3) == 0 ? random.NextInt64(0, 10_000_000) : null;
            var (low, high) = newestFirst ? (oldest, Math.Min(below, after ?? below)) : (Math.Max(oldest, after + 1 ?? oldest), below);

            foreach (var part in PagePart.Of(new(Containing: text, NewestFirst: newestFirst, After: after), oldest, below))
            {
                (newestFirst ? part.Below : part.Oldest).Should().Be(newestFirst ? high : low);
                if (part.Segments is { } segments) segments.Should().StartWith(part.Oldest >> 17).And.EndWith((part.Below - 1) >> 17).And.OnlyHaveUniqueItems();
                if (newestFirst) high = part.Oldest;
                else low = part.Below;
            }
            low.Should().BeGreaterThanOrEqualTo(high);
        }
    }

    [Test]
    public void What_the_index_cannot_look_for_is_walked_to_the_end() =>
        PagePart.Of(new(Containing: "p"), 1, 5_000_000).Should().HaveCountGreaterThan(5).And.OnlyContain(part => part.Segments == null);
}
