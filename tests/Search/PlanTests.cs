using MyThoughts.Search.FindThoughts;

namespace MyThoughts.Search.Tests;

internal sealed class PlanTests
{
    private const int Page = 21;
    private static readonly Window TenSegments = new(1, 10 * Segments.Size);

    [Test]
    public void A_rare_word_is_fetched_at_once() =>
        StepsFor(Counted(isWord: true)).Should().Equal(SearchStep.Whole(TenSegments));

    [Test]
    public void What_is_no_whole_word_is_tried_in_one_segment_first()
    {
        var first = Segments.Ids(9);

        StepsFor(Counted(isWord: false)).Should().BeEquivalentTo(
            [SearchStep.Of(first, 9), SearchStep.Whole(TenSegments with { Below = first.Oldest })], options => options.WithStrictOrdering());
    }

    [Test]
    public void A_common_word_is_walked_to_from_the_newest()
    {
        var first = StepsFor(Counted(isWord: true, Enumerable.Range(0, 10).Select(segment => ((long)segment, 20_000L)))).First();

        first.Way.Should().Be(Way.Walk);
        first.Window.Below.Should().Be(TenSegments.Below);
        (first.Window.Below - first.Window.Oldest).Should().BeInRange(Page * 6, 8_192, "two pages of it are there");
    }

    [Test]
    public void A_word_of_middling_frequency_is_looked_up_a_segment_at_a_time()
    {
        var steps = StepsFor(Counted(isWord: true, Enumerable.Range(0, 10).Select(segment => ((long)segment, 300L))));

        steps.Should().HaveCount(10).And.OnlyContain(step => step.Way == Way.Index && step.Segments!.Count == 1);
    }

    [Test]
    public void A_word_that_died_costs_no_walk_where_it_is_not_and_one_where_it_was()
    {
        var steps = StepsFor(Counted(isWord: true, [(2, 13_000)])).ToList();

        steps[0].Way.Should().Be(Way.Index);
        steps[0].Segments.Should().Equal(9, 8, 7, 6, 5, 4, 3);
        steps[1].Should().Be(SearchStep.Walk(Segments.Ids(2).First(1_024, Direction.Older)));
        steps[2].Segments.Should().Equal(2);
        steps[3].Segments.Should().Equal(1, 0);
    }

    [Test]
    public void What_has_not_been_counted_is_walked_a_little_and_then_asked_for_by_segment()
    {
        var steps = StepsFor(KeyFrequency.Unknown).ToList();

        steps[0].Way.Should().Be(Way.Walk);
        steps.Skip(1).Should().HaveCount(10).And.OnlyContain(step => step.Way == Way.Index && step.Segments!.Count == 1);
    }

    [Test]
    public void Ids_that_are_no_sequence_are_looked_through_as_one()
    {
        var window = new Window(1, long.MaxValue - 1);

        SearchPlan.Steps(window, Direction.Older, KeyFrequency.Unknown, Page).Should().Equal(SearchStep.Whole(window));
    }

    // Frequencies of all kinds, right or wrong, in both directions.
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Whatever_the_frequencies_say_every_thought_is_looked_at_once_and_in_order(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++)
        {
            var oldest = random.NextInt64(0, 40 * Segments.Size);
            var window = new Window(oldest, oldest + random.NextInt64(0, 40 * Segments.Size));
            var direction = random.Next(2) == 0 ? Direction.Older : Direction.Newer;
            var listed = Enumerable.Range(0, 80).Where(_ => random.Next(3) == 0).ToDictionary(segment => (long)segment, _ => random.NextInt64(1, 1L << random.Next(1, 20)));
            var key = new KeyFrequency(random.Next(4) == 0 ? [] : listed, random.NextInt64(0, 80 * Segments.Size), random.Next(2) == 0);

            var rest = window;
            foreach (var step in SearchPlan.Steps(window, direction, key, random.Next(1, 1_002)))
            {
                step.Window.IsEmpty.Should().BeFalse();
                if (direction == Direction.Older) step.Window.Below.Should().Be(rest.Below);
                else step.Window.Oldest.Should().Be(rest.Oldest);
                if (step.Segments is { } segments)
                    segments.Order().Should().Equal(Range(Segments.Of(step.Window.Oldest), Segments.Of(step.Window.Below - 1)), "an index is asked for all of its part");
                rest = rest.After(step.Window, direction);
            }
            rest.IsEmpty.Should().BeTrue();
        }
    }

    private static IEnumerable<SearchStep> StepsFor(KeyFrequency key) => SearchPlan.Steps(TenSegments, Direction.Older, key, Page);

    private static KeyFrequency Counted(bool isWord, IEnumerable<(long Segment, long Thoughts)>? listed = null) =>
        new((listed ?? []).ToDictionary(entry => entry.Segment, entry => entry.Thoughts), TenSegments.Below, isWord);

    private static IEnumerable<long> Range(long first, long last)
    {
        for (var at = first; at <= last; at++) yield return at;
    }
}
