namespace MyThoughts.Chassis.Pages;

/// <summary>A stretch of a text, counted in UTF-16 code units.</summary>
/// <param name="Start">Its first code unit, from 0.</param>
/// <param name="Length">How many code units it has.</param>
public readonly record struct TextRange(int Start, int Length)
{
    internal int End => Start + Length;
}
