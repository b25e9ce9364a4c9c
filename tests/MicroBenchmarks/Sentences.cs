using System.Collections.Frozen;
using MyThoughts.Chassis.Pages;

namespace MyThoughts.MicroBenchmarks;

/// <summary>What people write: thoughts of usual length.</summary>
internal static class Sentences
{
    public const string Plain = "Went to the river before breakfast and saw nothing but fog, then two otters and something that can only have been a platypus.";

    public const string Linked = "Ask @stephen and @nobody: the #platypus is back, see https://en.wikipedia.org/wiki/Platypus_(disambiguation) & tell me if that's it.";

    public static IReadOnlyDictionary<string, string> People { get; } = FrozenDictionary.ToFrozenDictionary([KeyValuePair.Create("stephen", "Stephen")]);

    /// <summary>Two matches of a search.</summary>
    public static IReadOnlyList<TextRange> Marks { get; } = [MarkOf("river"), MarkOf("platypus")];

    private static TextRange MarkOf(string word) => new(Plain.IndexOf(word, StringComparison.Ordinal), word.Length);
}
