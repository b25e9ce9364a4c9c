using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Seeding;
using MyThoughts.Thoughts.Contracts;
using MyThoughts.Thoughts.Seed;

namespace MyThoughts.Thoughts.Tests.Seeding;

internal sealed class GeneratedThoughtsTests
{
    private static readonly SeedSize Size = new(30_000, 300, 1);
    private static readonly Lazy<List<GeneratedThought>> Generated = new(() => [.. new ThoughtStream(Size).All()]);

    [Test]
    public void The_same_numbers_make_the_same_thoughts_on_every_machine() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Generated.Value.Select(thought =>
            string.Create(CultureInfo.InvariantCulture, $"{thought.Username}|{thought.Text}|{thought.PostedAt:O}"))))))
            .Should().Be("a26514dae13b7781c0f4c3cb84ebb386573e21b40266dec6ab8e8cfbb797046d", "whoever changes what a seed writes changes this line too, and seeds that were interrupted before cannot go on");

    [TestCase(30_000, 300, 2), TestCase(30_000, 301, 1), TestCase(30_001, 300, 1)]
    public void Any_other_number_makes_others(int thoughts, int users, int seed) =>
        new ThoughtStream(new(thoughts, users, (ulong)seed)).All().Take(1_000).Should().NotEqual(Generated.Value.Take(1_000));

    [Test]
    public void They_obey_the_rules_of_everybodys_thoughts()
    {
        var validator = new PostThoughtValidator();
        Generated.Value.Should().OnlyContain(thought => validator.Validate(new PostThought(thought.Username, thought.Text)).IsValid);
        Generated.Value.Max(thought => thought.Text.EnumerateRunes().Count()).Should().BeInRange(200, ThoughtText.MaximumLength);
        Generated.Value.Average(thought => thought.Text.EnumerateRunes().Count()).Should().BeInRange(35, 70);
    }

    [Test]
    public void They_are_in_the_order_of_their_times_over_years_and_nobody_posts_before_registering()
    {
        var times = Generated.Value.ConvertAll(thought => thought.PostedAt);
        times.Should().BeInAscendingOrder();
        (times[^1] - times[0]).TotalDays.Should().BeGreaterThan(1_700);
        times[^1].Should().BeBefore(new DateTime(2026, 1, 1, 0, 0, 1, DateTimeKind.Utc));
        times.Should().OnlyContain(time => time.Ticks % TimeSpan.TicksPerMicrosecond == 0, "PostgreSQL keeps no more");
        var (names, calendar) = (new SeedNames(Size.Seed), new SeedCalendar(Size));
        var registrations = Enumerable.Range(0, Size.Users).ToDictionary(names.NameOf, calendar.RegistrationOf);
        Generated.Value.Should().OnlyContain(thought => registrations[thought.Username] <= thought.PostedAt);
    }

    [Test]
    public void A_few_people_and_a_few_words_make_most_of_it()
    {
        Shares(Generated.Value.Select(thought => thought.Username)).Take(Size.Users / 10).Sum().Should().BeGreaterThan(0.4);
        var words = Shares(Generated.Value.SelectMany(thought => thought.Text.Split(' ')).Where(word => word.All(char.IsAsciiLetterLower)));
        words.Take(100).Sum().Should().BeInRange(0.3, 0.8);
        words.Should().HaveCountGreaterThan(5_000, "and most words are rare");
    }

    [Test]
    public void Subjects_come_and_die()
    {
        var tags = Generated.Value.SelectMany((thought, number) => thought.Text.Split(' ').Where(word => word.StartsWith('#')).Select(tag => (tag, number)))
            .GroupBy(use => use.tag, use => use.number).Where(uses => uses.Count() >= 20).ToList();
        tags.Should().HaveCountGreaterThan(5);
        tags.Count(uses => uses.Max() - uses.Min() < Size.Thoughts).Should().Be(tags.Count);
        tags.Average(uses => (double)(uses.Max() - uses.Min()) / Size.Thoughts).Should().BeLessThan(0.6);
        tags.Should().OnlyContain(uses => Middle(uses) - uses.Min() <= 0.6 * (uses.Max() - uses.Min() + 1), "most of the talk is at the beginning");
    }

    [Test]
    public void They_are_in_several_scripts_with_emoji_mentions_tags_and_addresses()
    {
        foreach (var letters in (string[])["the", "é", "и", "και", "من", "है", "的", "です", "나", "😂", "👍🏽", "👩‍💻", "#", "@", "https://example.org/"])
            Generated.Value.Count(thought => thought.Text.Contains(letters, StringComparison.Ordinal)).Should().BeGreaterThan(20, "of '{0}'", letters);
    }

    [Test]
    public async Task They_stay_away_from_a_place_that_is_in_use()
    {
        await using var side = await ThoughtsSide.StartAsync();
        await side.PostAsync("I was here first");

        var look = () => side.Services.GetRequiredService<GeneratedThoughts>().MissingAsync(Size, CancellationToken.None);

        (await look.Should().ThrowAsync<SettingException>()).Which.Message.Should().Contain("1 thoughts").And.Contain("clean");
    }

    private static List<double> Shares(IEnumerable<string> things)
    {
        var counts = things.CountBy(thing => thing).Select(thing => thing.Value).OrderDescending().ToList();
        return counts.ConvertAll(count => (double)count / counts.Sum());
    }

    private static int Middle(IEnumerable<int> numbers) => numbers.Order().ElementAt(numbers.Count() / 2);
}
