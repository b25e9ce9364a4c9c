namespace MyThoughts.BoundaryCheck.Rules;

/// <summary>Something that could not be looked at: never the same as something that is in order.</summary>
/// <param name="What">What was therefore not checked.</param>
/// <param name="Why">Why not, and what would help.</param>
/// <param name="Rules">The ids of the rules that say nothing about it.</param>
internal sealed record NotChecked(string What, string Why, IReadOnlyList<string> Rules)
{
    public override string ToString() => $"not checked: {What}: {Why}";
}
