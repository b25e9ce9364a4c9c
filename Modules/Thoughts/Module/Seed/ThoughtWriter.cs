using System.Globalization;
using System.Text;
using MyThoughts.Chassis.Http;
using MyThoughts.Chassis.Seeding;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts.Seed;

/// <summary>Writes the text of a thought: words of the author's script, of the topic, and what else people put into a thought.</summary>
internal sealed class ThoughtWriter(IReadOnlyDictionary<SeedScript, Vocabulary> vocabularies)
{
    private const int ShortestText = 6;
    private const int LongestWish = 234;

    // Emoji of one code point and of several, with skin tones, joined ones and a flag.
    private static readonly Word[] Emoji =
        [.. "😂 ❤️ 😍 🙏 😊 🔥 👍🏽 🎉 ☀️ 😭 ✨ 🤔 🌧️ ☕ 🍞 🚲 🐈 👩‍💻 🌱 🏔️ 👨‍👩‍👧 🇨🇦 🎸 🦆 📚 🧑🏿‍🚀 🏳️‍🌈 🍜".Split(' ').Select(emoji => new Word(emoji, WellFormedText.CodePoints(emoji)))];

    private static readonly Zipf EmojiFrequencies = new(Emoji.Length, 1);

    private readonly StringBuilder text = new();
    private int length;

    /// <summary>Writes a thought.</summary>
    /// <param name="script">The author's script.</param>
    /// <param name="topic">What it is about; null when it is about nothing in particular.</param>
    /// <param name="mentioned">Whom it mentions; null when nobody.</param>
    /// <param name="random">The thought's own random numbers.</param>
    public string Write(SeedScript script, Topic? topic, string? mentioned, SplitMix64 random)
    {
        (length, _) = (0, text.Clear());
        // The product of chances: most are short, a few go to the limit.
        var wish = ShortestText + (int)(LongestWish * random.Part() * random.Part() * random.Part());
        if (mentioned is not null) Append(new($"@{mentioned}", 1 + WellFormedText.CodePoints(mentioned)), hasSpace: true);
        WriteSentence(vocabularies[script], topic?.Script == script ? topic : null, wish, random);
        if (random.Happens(3)) Append(Address(random), hasSpace: true);
        if (topic is not null && random.Happens(60)) Append(topic.Tag, hasSpace: true);
        if (random.Happens(15)) Append(Emoji[EmojiFrequencies.Draw(random)], hasSpace: true);
        return text.ToString();
    }

    private void WriteSentence(Vocabulary vocabulary, Topic? topic, int wish, SplitMix64 random)
    {
        var start = text.Length == 0 ? 0 : text.Length + 1;
        for (var isFirst = true; isFirst || length < wish; isFirst = false)
        {
            if (!isFirst && random.Happens(7)) Append(new(vocabulary.HasSpaces ? "," : "，", 1), hasSpace: false);
            var word = topic is not null && random.Happens(25) ? topic.Words[random.Below(topic.Words.Length)] : vocabulary.Draw(random);
            if (!Append(word, hasSpace: isFirst || vocabulary.HasSpaces)) break;
        }
        if (vocabulary.HasSpaces && random.Happens(70) && start < text.Length) text[start] = char.ToUpperInvariant(text[start]);
        if (random.Happens(75)) Append(new(End(vocabulary, random), 1), hasSpace: false);
    }

    private static string End(Vocabulary vocabulary, SplitMix64 random) => (vocabulary.HasSpaces, random.Below(10)) switch
    {
        (true, < 7) => ".",
        (false, < 7) => "。",
        (_, 7) => "?",
        (_, 8) => "…",
        _ => "!",
    };

    private static Word Address(SplitMix64 random)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"https://example.org/{random.Below(100_000)}");
        return new(address, address.Length);
    }

    private bool Append(Word word, bool hasSpace)
    {
        var space = hasSpace && text.Length > 0 ? 1 : 0;
        if (length + space + word.Length > ThoughtText.MaximumLength) return false;
        if (space > 0) text.Append(' ');
        text.Append(word.Text);
        length += space + word.Length;
        return true;
    }
}
