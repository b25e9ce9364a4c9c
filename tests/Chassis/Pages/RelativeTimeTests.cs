using MyThoughts.Chassis.Pages;

namespace MyThoughts.Chassis.Tests.Pages;

internal sealed class RelativeTimeTests
{
    private static readonly DateTime Now = new(2026, 11, 21, 6, 11, 56, DateTimeKind.Utc);

    [TestCase(0, "just now")]
    [TestCase(59, "just now")]
    [TestCase(60, "1 minute ago")]
    [TestCase(119, "1 minute ago")]
    [TestCase(120, "2 minutes ago")]
    [TestCase(3599, "59 minutes ago")]
    [TestCase(3600, "1 hour ago")]
    [TestCase(86_399, "23 hours ago")]
    [TestCase(86_400, "1 day ago")]
    [TestCase(604_799, "6 days ago")]
    [TestCase(604_800, "14 Nov")]
    [TestCase(400 * 86_400, "17 Oct 2025")]
    [TestCase(-30, "just now")]
    [TestCase(-200_000, "23 Nov")]
    public void Age_is_said_the_way_a_person_would(int secondsAgo, string words) =>
        RelativeTime.Of(Now.AddSeconds(-secondsAgo), Now).Should().Be(words);

    [Test]
    public void The_exact_time_is_in_UTC_and_says_so()
    {
        RelativeTime.Exact(Now).Should().Be("21 November 2026, 06:11:56 UTC");
        RelativeTime.Written(Now).Should().Be("21 Nov 2026, 06:11 UTC");
    }

    [Test]
    public void The_machine_readable_time_keeps_microseconds_and_no_empty_fraction()
    {
        RelativeTime.Machine(Now.AddMicroseconds(123_450)).Should().Be("2026-11-21T06:11:56.12345Z");
        RelativeTime.Machine(Now).Should().Be("2026-11-21T06:11:56Z");
    }
}
