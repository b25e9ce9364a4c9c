using MyThoughts.Chassis.Seeding;

namespace MyThoughts.Thoughts.Seed;

/// <summary>What people talk about for a while and then no more. To be asked thought by thought, in their order.</summary>
internal sealed class Topics
{
    private const ulong Births = 3;
    private const int ThoughtsPerTopic = 1_500;
    private const int AliveAtOnce = 12;

    private readonly Topic[] topics;
    private readonly List<Topic> alive = [];
    private int next;

    public Topics(SeedSize size, IReadOnlyDictionary<SeedScript, Vocabulary> vocabularies)
    {
        var count = Math.Clamp(size.Thoughts / ThoughtsPerTopic, 4, 100_000);
        var life = (double)AliveAtOnce * size.Thoughts / count;
        topics = [.. Enumerable.Range(0, count)
            .Select(number => Topic.Make(SplitMix64.Of(size.Seed, Births, (ulong)number), size.Thoughts, life, vocabularies))
            .OrderBy(topic => topic.Birth)];
    }

    /// <summary>What somebody may write about now, the fresh and the big topics most; null when there is nothing.</summary>
    public Topic? Draw(int thought, SplitMix64 random)
    {
        for (; next < topics.Length && topics[next].Birth <= thought; next++) alive.Add(topics[next]);
        alive.RemoveAll(topic => topic.Death <= thought);
        var left = random.Part() * alive.Sum(topic => topic.StrengthAt(thought));
        foreach (var topic in alive)
        {
            left -= topic.StrengthAt(thought);
            if (left <= 0) return topic;
        }
        return alive.Count > 0 ? alive[^1] : null;
    }
}

/// <summary>Something that people talk about for a while.</summary>
/// <param name="Birth">The first thought that can be about it.</param>
/// <param name="Death">The first one that no longer can.</param>
/// <param name="Strength">How big it is when it is fresh.</param>
/// <param name="Tag">Its hashtag.</param>
/// <param name="Script">The script of its words.</param>
/// <param name="Words">Its words.</param>
internal sealed record Topic(int Birth, int Death, double Strength, Word Tag, SeedScript Script, Word[] Words)
{
    private const int WordsPerTopic = 12;

    public double StrengthAt(int thought)
    {
        var left = (double)(Death - thought) / (Death - Birth);
        return Strength * left * left;
    }

    public static Topic Make(SplitMix64 random, int thoughts, double life, IReadOnlyDictionary<SeedScript, Vocabulary> vocabularies)
    {
        var script = random.Happens(75) ? SeedScript.Latin : (SeedScript)random.Below(vocabularies.Count);
        var words = vocabularies[script];
        var birth = random.Below(thoughts);
        // Most are short, a few stay for long.
        var length = 1 + (int)(life * 4 * random.Part() * random.Part());
        var (first, second) = (words.DrawRare(random), words.Draw(random));
        return new(birth, birth + length, 1 / (0.05 + random.Part()), new($"#{first.Text}{second.Text}", 1 + first.Length + second.Length),
            script, [.. Enumerable.Range(0, WordsPerTopic).Select(_ => words.DrawRare(random))]);
    }
}
