using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts.Tests.Seeding;

internal sealed class DemoThoughtsTests
{
    [Test]
    public async Task Demo_thoughts_are_written_once_even_by_hosts_that_race()
    {
        await using var side = await ThoughtsSide.StartAsync();
        var demo = side.Services.GetRequiredService<DemoThoughts>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => demo.WriteAsync(CancellationToken.None)));
        var thoughts = await side.Thoughts.ListAsync(new(), CancellationToken.None).ToListAsync();
        thoughts.Should().HaveCount(12).And.BeInAscendingOrder(thought => thought.Timestamp);
        thoughts.Select(thought => thought.Username).Distinct().Should().BeEquivalentTo("bruce", "stephen");
        thoughts.Should().Contain(thought => thought.Text.Contains("Platypus"));
        // They obey the rules of everybody's thoughts.
        var validator = new PostThoughtValidator();
        thoughts.Should().OnlyContain(thought => validator.Validate(new PostThought(thought.Username, thought.Text)).IsValid);
    }

    [Test]
    public async Task Demo_thoughts_stay_away_from_a_place_that_is_in_use()
    {
        await using var side = await ThoughtsSide.StartAsync();
        await side.PostAsync("I was here first");
        await side.Services.GetRequiredService<DemoThoughts>().WriteAsync(CancellationToken.None);
        (await side.Thoughts.ListAsync(new(), CancellationToken.None).ToListAsync()).Should().ContainSingle();
    }
}
