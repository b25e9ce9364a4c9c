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

    /// <summary>What it was put together from, in order; empty when it is of one piece.</summary>
    public IReadOnlyList<TextPiece> Pieces { get; init; } = [];

    /// <summary>The place of a character of the value.</summary>
    public Place PlaceOf(int offset)
    {
        var piece = Pieces.LastOrDefault(piece => piece.Offset <= offset) ?? new(0, Place.Line, LinesMatchSource);
        return piece.LinesMatchSource ? Place with { Line = piece.Line + Value.AsSpan(piece.Offset, offset - piece.Offset).Count('\n') } : Place with { Line = piece.Line };
    }
}

/// <summary>A part of a text that stands by itself in the source.</summary>
/// <param name="Offset">Where it begins in the value.</param>
/// <param name="Line">The line on which it begins in the source.</param>
/// <param name="LinesMatchSource">Whether each of its lines is a line of the source.</param>
internal sealed record TextPiece(int Offset, int Line, bool LinesMatchSource);
