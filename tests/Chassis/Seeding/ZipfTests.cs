using MyThoughts.Chassis.Seeding;

namespace MyThoughts.Chassis.Tests.Seeding;

internal sealed class ZipfTests
{
    [Test]
    public void The_tenth_comes_a_tenth_as_often_as_the_first()
    {
        var (zipf, random) = (new Zipf(1_000, flatness: 0), new SplitMix64(1));
        var counts = new int[1_000];
        for (var draw = 0; draw < 1_000_000; draw++) counts[zipf.Draw(random)]++;
        ((double)counts[0] / counts[9]).Should().BeInRange(9, 11);
        ((double)counts[0] / counts[99]).Should().BeInRange(85, 115);
        counts.Should().OnlyContain(count => count > 0, "the rare ones come too");
    }

    [Test]
    public void One_thing_is_always_drawn() => new Zipf(1, flatness: 3).Draw(new SplitMix64(5)).Should().Be(0);

    [Test]
    public void Random_numbers_are_those_of_the_published_algorithm()
    {
        // The first three of the reference implementation for the seed 1234567.
        var random = new SplitMix64(1234567);
        new[] { random.Next(), random.Next(), random.Next() }.Should().Equal(6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL);
    }
}
