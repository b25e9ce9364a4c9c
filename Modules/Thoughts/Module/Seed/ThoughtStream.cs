using MyThoughts.Chassis.Seeding;

namespace MyThoughts.Thoughts.Seed;

/// <summary>The generated thoughts from the first to the last: always the same of one size and seed.</summary>
internal sealed class ThoughtStream(SeedSize size)
{
    private const ulong Texts = 4;
    private const double Flatness = 3;   // a handful of people write about as much as the busiest one

    private readonly SeedCalendar calendar = new(size);
    private readonly SeedNames names = new(size.Seed);

    /// <summary>Generates them all.</summary>
    public IEnumerable<GeneratedThought> All()
    {
        var vocabularies = Vocabularies.Make();
        var (topics, writer, activity) = (new Topics(size, vocabularies), new ThoughtWriter(vocabularies), new Zipf(size.Users, Flatness));
        var usernames = Enumerable.Range(0, size.Users).Select(names.NameOf).ToArray();
        for (var thought = 0; thought < size.Thoughts; thought++)
        {
            var random = SplitMix64.Of(size.Seed, Texts, (ulong)thought);
            var users = calendar.UsersAt(thought);
            var author = activity.Draw(random) % users;
            var topic = random.Happens(35) ? topics.Draw(thought, random) : null;
            var mentioned = random.Happens(6) ? usernames[activity.Draw(random) % users] : null;
            yield return new(usernames[author], writer.Write(names.ScriptOf(author), topic, mentioned, random), calendar.TimeOf(thought));
        }
    }
}

/// <summary>A thought that nobody had.</summary>
/// <param name="Username">Its author.</param>
/// <param name="Text">Its text.</param>
/// <param name="PostedAt">When, in UTC.</param>
internal readonly record struct GeneratedThought(string Username, string Text, DateTime PostedAt);
