using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Http;
using MyThoughts.Support;
using MyThoughts.Users.Contracts;

namespace MyThoughts.Users.Tests.Lookup;

/// <summary>Whom texts mention, remembered for a while: how long, and how much.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MentionedPeopleTests : IDisposable
{
    private readonly TestClock clock = new(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly LogRecorder log = new();
    private readonly AskedUsers users;
    private readonly MentionedPeople people;

    public MentionedPeopleTests()
    {
        (var contract, users) = AskedUsers.Create();
        users.Answer = name => name.Equals("bruce", StringComparison.OrdinalIgnoreCase) ? "Bruce" : null;
        people = new(contract, clock, log.For<MentionedPeople>());
    }

    public void Dispose()
    {
        people.Dispose();
        log.Dispose();
    }

    [Test]
    public async Task One_question_asks_for_all_names_of_all_texts_once()
    {
        (await FindAsync("@bruce and @ann", "@ann, @BRUCE!", "nobody at all")).Should().Equal(new Dictionary<string, string> { ["bruce"] = "Bruce", ["BRUCE"] = "Bruce" });
        users.Questions.Should().ContainSingle().Which.Should().Equal("bruce", "ann", "BRUCE");
        (await FindAsync("@bruce and @ann")).Should().ContainKey("bruce").And.HaveCount(1);
        (await FindAsync("no mention")).Should().BeEmpty();
        users.Questions.Should().ContainSingle();
    }

    [Test]
    public async Task Who_signs_up_is_known_ten_seconds_later()
    {
        await FindAsync("@ann");
        users.Answer = name => name;
        clock.Now += TimeSpan.FromSeconds(9);
        (await FindAsync("@ann")).Should().BeEmpty();
        clock.Now += TimeSpan.FromSeconds(1);
        (await FindAsync("@ann")).Should().ContainKey("ann");
    }

    [Test]
    public async Task Who_deletes_their_account_is_forgotten_two_minutes_later()
    {
        await FindAsync("@bruce");
        users.Answer = _ => null;
        clock.Now += TimeSpan.FromSeconds(119);
        (await FindAsync("@bruce")).Should().ContainKey("bruce");
        clock.Now += TimeSpan.FromSeconds(1);
        (await FindAsync("@bruce")).Should().BeEmpty();
    }

    [Test]
    public async Task More_than_a_hundred_names_are_all_found()
    {
        users.Answer = name => name;
        (await FindAsync([.. Enumerable.Range(1, 250).Select(number => $"@somebody{number}")])).Should().HaveCount(250);
        users.Questions.Select(names => names.Count).Should().Equal(100, 100, 50);
    }

    [Test]
    public async Task What_is_remembered_is_bounded_and_everybody_is_found_all_the_same()
    {
        users.Answer = name => name;
        for (var page = 0; page < 150; page++)
            (await FindAsync([.. Enumerable.Range(0, 100).Select(number => $"@somebody{page}x{number}")])).Should().HaveCount(100);
        people.Remembered.Should().BeInRange(1, 10_000);
    }

    [Test]
    public async Task While_Users_is_away_nobody_is_known_but_those_remembered_which_is_told_once_and_so_is_its_end()
    {
        await FindAsync("@bruce");
        var answer = users.Answer;
        users.Answer = _ => throw new NeighbourUnavailableException("users", null);
        for (var view = 0; view < 3; view++) (await FindAsync("@bruce @Bruce")).Keys.Should().Equal("bruce");
        log.Lines.Should().ContainSingle().Which.Level.Should().Be(LogLevel.Warning);
        users.Answer = answer;
        (await FindAsync("@bruce @Bruce")).Keys.Should().Equal("bruce", "Bruce");
        log.Lines.Should().HaveCount(2);
    }

    private Task<IReadOnlyDictionary<string, string>> FindAsync(params string[] texts) => people.FindAsync(texts, CancellationToken.None);
}
