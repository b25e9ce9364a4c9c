using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Evidence;

/// <summary>A text that the code builds at compile time, or a file that is all text.</summary>
/// <param name="Project">Whose.</param>
/// <param name="Member">The member that holds it; the file's name for a file.</param>
/// <param name="Place">The line on which its value begins.</param>
/// <param name="Value">
/// Its value. Constants are put in; a part of an interpolated string that is known only at run time is <see cref="Hole" />.
/// </param>
/// <param name="LinesMatchSource">Whether each line of the value is a line of the source, as in a file or a raw string.</param>
internal sealed record Text(Project Project, string Member, Place Place, string Value, bool LinesMatchSource)
{
    /// <summary>Stands for what is known only at run time.</summary>
    public const char Hole = '\uFFFC';

    /// <summary>The place of a character of the value.</summary>
    public Place PlaceOf(int offset) =>
        LinesMatchSource ? Place with { Line = Place.Line + Value.AsSpan(0, offset).Count('\n') } : Place;
}
