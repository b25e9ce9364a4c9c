namespace MyThoughts.BoundaryCheck.Sql;

/// <summary>A piece of SQL that may stand inside a literal of another, with the way back to where each character is written.</summary>
/// <param name="Value">The SQL, with the literal's escapes undone.</param>
/// <param name="Positions">The offset of each character and of the end in the text it was found in.</param>
internal sealed record SqlText(string Value, IReadOnlyList<int>? Positions = null)
{
    /// <summary>The offset of a character in the text that all of this was found in.</summary>
    public int At(int index) => Positions is null ? index : Positions[Math.Min(index, Positions.Count - 1)];
}
