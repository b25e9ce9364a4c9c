using MyThoughts.Chassis.Http;
using MyThoughts.Chassis.Seeding;

namespace MyThoughts.Thoughts.Seed;

/// <summary>The words of one script, the frequent ones short, as in every language.</summary>
internal sealed class Vocabulary
{
    private const double Flatness = 2.7;   // Mandelbrot's, for words

    private readonly Word[] words;
    private readonly Zipf frequencies;

    private Vocabulary(Word[] words, bool hasSpaces) =>
        (this.words, frequencies, HasSpaces, Rare) = (words, new(words.Length, Flatness), hasSpaces, words.Length / 20);

    public bool HasSpaces { get; }

    /// <summary>The first word that is rare.</summary>
    private int Rare { get; }

    /// <summary>Makes words of syllables, after a list of the most frequent ones.</summary>
    /// <param name="seed">Makes the same words every time.</param>
    /// <param name="count">How many words there are.</param>
    /// <param name="known">The most frequent words.</param>
    /// <param name="syllables">What the others are made of.</param>
    /// <param name="hasSpaces">Whether the script has spaces between words.</param>
    public static Vocabulary Make(ulong seed, int count, string known, string syllables, bool hasSpaces = true)
    {
        var random = new SplitMix64(seed);
        var parts = syllables.Split(' ');
        var seen = new HashSet<string>(count, StringComparer.Ordinal);
        var words = new List<Word>(count);
        foreach (var word in known.Split(' ')) Add(word);
        for (var tries = 0; words.Count < count && tries < count * 10; tries++)
        {
            var length = 1 + random.Below(2) + (words.Count > count / 10 ? 1 : 0);
            Add(string.Concat(Enumerable.Range(0, length).Select(_ => parts[random.Below(parts.Length)])));
        }
        return new([.. words], hasSpaces);

        void Add(string word)
        {
            if (seen.Add(word)) words.Add(new(word, WellFormedText.CodePoints(word)));
        }
    }

    /// <summary>Any word, the frequent ones often.</summary>
    public Word Draw(SplitMix64 random) => words[frequencies.Draw(random)];

    /// <summary>A word that few use.</summary>
    public Word DrawRare(SplitMix64 random) => words[Rare + random.Below(words.Length - Rare)];
}

/// <summary>A word and its length in code points, which is what the limit of a thought counts.</summary>
internal readonly record struct Word(string Text, int Length);
