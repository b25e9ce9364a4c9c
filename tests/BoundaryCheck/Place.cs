namespace MyThoughts.BoundaryCheck;

/// <summary>Where something is written.</summary>
/// <param name="File">A path relative to the solution's root, with slashes; or <c>database</c> for what only the catalog says.</param>
/// <param name="Line">From 1; 0 when the file has no line for it.</param>
internal sealed record Place(string File, int Line) : IComparable<Place>
{
    public const string Database = "database";

    public int CompareTo(Place? other) => (File, Line).CompareTo((other?.File ?? "", other?.Line ?? 0));

    public override string ToString() => Line > 0 ? $"{File}({Line})" : File;
}
