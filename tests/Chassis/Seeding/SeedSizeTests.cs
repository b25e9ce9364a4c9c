using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Seeding;

namespace MyThoughts.Chassis.Tests.Seeding;

internal sealed class SeedSizeTests
{
    [Test]
    public void Without_options_the_demo_data_is_meant() => SeedSize.Read(["seed", "--Data:Folder=/somewhere"]).Should().BeNull();

    [TestCase("seed --thoughts 1000 --users 7 --seed 3"), TestCase("seed --seed=3 --thoughts=1000 --users=7 --Data:Folder=x")]
    public void Both_ways_to_write_an_option_are_read(string line) => SeedSize.Read(line.Split(' ')).Should().Be(new SeedSize(1000, 7, 3));

    [Test]
    public void Users_and_seed_need_not_be_given() => SeedSize.Read(["seed", "--thoughts", "1000"]).Should().Be(new SeedSize(1000, 5, 1));

    [TestCase("--thoughts -5", "--thoughts", "100,000,000"), TestCase("--thoughts 0", "--thoughts", "from 1"), TestCase("--thoughts many", "--thoughts", "whole number")]
    [TestCase("--thoughts 100000001", "--thoughts", "100,000,000"), TestCase("--thoughts --users 5", "--thoughts", "whole number"), TestCase("--thoughts 1,000", "--thoughts", "without separators")]
    [TestCase("--thoughts 5 --users 0", "--users", "from 1"), TestCase("--thoughts 5 --users 2000000", "--users", "1,000,000"), TestCase("--users 5", "--thoughts", "missing"), TestCase("--thoughts 5 --seed -1", "--seed", "from 0")]
    public void A_wrong_option_is_named_with_its_limit_and_an_example(string options, string name, string reason)
    {
        var read = () => SeedSize.Read(["seed", .. options.Split(' ')]);
        read.Should().Throw<SettingException>().Which.Message.Should().Contain(name).And.Contain(reason).And.Contain("Example: seed --thoughts");
    }

    [Test]
    public void It_says_what_to_type_to_get_it_again() => SeedSize.Read($"seed {new SeedSize(12, 3, 4)}".Split(' ')).Should().Be(new SeedSize(12, 3, 4));
}
