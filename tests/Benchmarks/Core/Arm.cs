namespace MyThoughts.Benchmarks.Core;

/// <summary>One thing to put under load.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Load">How it is put under load, and what a right answer is.</param>
/// <param name="Processes">Whose processor time is its cost, their children included; the first one's memory is its memory.</param>
internal sealed record Arm(string Name, ILoad Load, params IReadOnlyList<int> Processes);
