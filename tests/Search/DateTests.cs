using static MyThoughts.Search.Tests.SearchDatabase;

namespace MyThoughts.Search.Tests;

internal sealed class DateTests
{
    // One host's clock was an hour ahead, another's a day behind: by id the thoughts are not in the order of their times.
    [Test]
    public async Task Dates_are_exact_where_clocks_disagreed()
    {
        await using var database = await CreateAsync();
        var thoughts = Enumerable.Range(1, 5_000).Select(id => Thought(id, "tick")).Select(thought => (thought.Id % 97, thought.Id % 101) switch
        {
            (0, _) => thought with { Timestamp = thought.Timestamp.AddHours(1) },
            (_, 0) => thought with { Timestamp = thought.Timestamp.AddDays(-1) },
            _ => thought,
        }).ToArray();
        await database.ApplyAsync(thoughts);
        await database.VacuumAsync();

        foreach (var time in new[] { "2025-12-30", "2026-01-01T12:00:00Z", "2026-01-02T03:04:00Z", "2026-01-03", "2026-01-04T23:00:30Z", "2027-01-01" })
        {
            var at = DateTime.Parse(time, null, System.Globalization.DateTimeStyles.AdjustToUniversal | System.Globalization.DateTimeStyles.AssumeUniversal);
            (await NewestAsync($"tick before:{time}")).Should().Equal(thoughts.Where(thought => thought.Timestamp < at).Select(thought => thought.Id).Reverse().Take(100));
            (await NewestAsync($"tick after:{time}")).Should().Equal(thoughts.Where(thought => thought.Timestamp >= at).Select(thought => thought.Id).Reverse().Take(100));
            (await NewestAsync($"from:bruce before:{time} -after:2026-01-01T13:00:00Z")).Should().Equal(
                thoughts.Where(thought => thought.Timestamp < at && thought.Timestamp < Thought(60, "").Timestamp).Select(thought => thought.Id).Reverse().Take(100));
        }

        async Task<IEnumerable<long>> NewestAsync(string text) => (await database.FindAsync(text, limit: "100")).Items.Select(match => match.Thought.Id);
    }
}
