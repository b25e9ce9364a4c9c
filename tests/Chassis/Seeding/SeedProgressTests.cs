using MyThoughts.Chassis.Seeding;
using MyThoughts.Support;

namespace MyThoughts.Chassis.Tests.Seeding;

internal sealed class SeedProgressTests
{
    [Test]
    public void Rows_tell_how_many_how_fast_and_how_long_still()
    {
        var clock = new TestClock(DateTimeOffset.UnixEpoch);
        var phase = new RowPhase("writing thoughts", 1_000, clock);
        phase.Line.Should().Be("writing thoughts: 0 of 1,000, 0 a second, time left not known yet");
        clock.Now += TimeSpan.FromSeconds(10);
        phase.Reach(250);
        phase.Line.Should().Be("writing thoughts: 250 of 1,000, 25 a second, 00:00:30 left");
        phase.LastLine.Should().Be("writing thoughts: 250 in 10.0 s, 25 a second, done");
    }

    [Test]
    public void An_index_tells_what_PostgreSQL_is_doing_and_how_long_still()
    {
        var clock = new TestClock(DateTimeOffset.UnixEpoch);
        var phase = new IndexPhase("search.thought_text", clock);
        clock.Now += TimeSpan.FromSeconds(13);
        phase.Reach(new("building index", 40, 100));
        phase.Line.Should().Be("index search.thought_text: building index, about 26 %, 00:00:37 left");
        phase.Reach(new("index validation: scanning table", 100, 100));
        phase.Line.Should().EndWith("about 100 %, 00:00:00 left");
    }
}
