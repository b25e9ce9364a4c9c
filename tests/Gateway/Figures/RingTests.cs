using MyThoughts.Gateway.Figures;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.Figures;

internal sealed class RingTests
{
    private TestClock clock = null!;
    private Ring ring = null!;
    private Ring other = null!;

    [SetUp]
    public void Start()
    {
        clock = new(new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));
        (ring, other) = (new(clock), new(clock));
    }

    private SideFigures Figures => TrafficFigures.Of(ring, other, visitors: 0.25);

    [Test]
    public void Nothing_has_happened_yet_and_nothing_is_made_up()
    {
        Figures.Should().BeEquivalentTo(new { Requests = 0.0, Errors = 0.0, P50 = (double?)null, P99 = (double?)null, Visitors = 0.25, Share = (double?)null });
        Figures.History.Should().HaveCount(90).And.OnlyContain(point => point == default);
    }

    [Test]
    public void Requests_a_second_are_the_mean_of_the_last_ten()
    {
        Count(100);
        Figures.Requests.Should().Be(10);
        Move(15);
        // Half of the ten seconds in which they came are past.
        Figures.Requests.Should().Be(5);
        Move(10);
        Figures.Requests.Should().Be(0);
    }

    [Test]
    public void Half_an_answer_none_and_one_that_says_so_are_errors()
    {
        Count(7);
        foreach (var outcome in new[] { Outcome.Answer5xx, Outcome.Transport, Outcome.Truncated }) ring.Counting(clock.GetTimestamp()).Count(outcome, 0.01, isFallback: false, isForced: false);
        Figures.Errors.Should().Be(0.3);
        Figures.Totals.Should().Be(new SideTotals(10, 1, 1, 1, 0, 0, null));
    }

    [Test]
    public void A_percentile_is_the_time_within_which_they_were_done()
    {
        Count(98, milliseconds: 3);
        Count(2, milliseconds: 400);
        Figures.P50.Should().BeInRange(3, 3 * 1.19);
        Figures.P99.Should().BeInRange(400, 400 * 1.19);
    }

    [TestCase(0, 0.1), TestCase(0.05, 0.1), TestCase(0.1, 0.1), TestCase(0.11, 0.119), TestCase(102, 103), TestCase(10_000_000, 177_000)]
    public void Any_time_has_its_place(double milliseconds, double bound)
    {
        Count(1, milliseconds);
        Figures.P50.Should().Be(bound);
    }

    [Test]
    public void The_share_is_that_of_the_last_minute()
    {
        Count(30);
        other.Counting(clock.GetTimestamp()).Count(Outcome.Answered, 0.01, isFallback: false, isForced: false);
        Figures.Share.Should().BeApproximately(30 / 31.0, 0.001);
        Move(80);
        other.Counting(clock.GetTimestamp()).Count(Outcome.Answered, 0.01, isFallback: false, isForced: false);
        Figures.Share.Should().Be(0);
    }

    [Test]
    public void History_is_a_point_for_each_ten_seconds_of_a_quarter_of_an_hour_and_then_forgets()
    {
        Count(50, milliseconds: 3);
        Move(10);
        Figures.History.Should().HaveCount(90);
        Figures.History[^1].Requests.Should().Be(5);
        Figures.History[^1].P50.Should().BeInRange(3, 3 * 1.19);
        Move(890);
        Figures.History[0].Requests.Should().Be(5);
        Figures.Totals.Requests.Should().Be(50);
        Move(10);
        Figures.History.Should().OnlyContain(point => point == default);
        Figures.Totals.Requests.Should().Be(0);
    }

    [Test]
    public void After_a_long_silence_nothing_old_is_taken_for_new()
    {
        Count(50);
        Move(92 * 10);
        Figures.Requests.Should().Be(0);
        Count(10);
        Figures.Totals.Requests.Should().Be(10);
    }

    [Test]
    public void No_request_is_lost_while_many_count_at_once()
    {
        Parallel.For(0, 8, _ => Count(10_000));
        Figures.Totals.Requests.Should().Be(80_000);
    }

    private void Count(int requests, double milliseconds = 10)
    {
        for (var n = 0; n < requests; n++) ring.Counting(clock.GetTimestamp()).Count(Outcome.Answered, milliseconds / 1_000, isFallback: false, isForced: false);
    }

    private void Move(int seconds) => clock.Now += TimeSpan.FromSeconds(seconds);
}
