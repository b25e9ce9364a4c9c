namespace MyThoughts.BoundaryCheck.History;

/// <summary>What a commit did to a file.</summary>
/// <param name="Path">Its path in the repository after the commit.</param>
/// <param name="Before">Its path before, when the commit moved it.</param>
/// <param name="Added">Lines added; 0 for a binary file.</param>
/// <param name="Removed">Lines removed; 0 for a binary file.</param>
/// <param name="IsBinary">Whether it has no lines to count.</param>
internal sealed record FileChange(string Path, string? Before, int Added, int Removed, bool IsBinary)
{
    public int Lines => Added + Removed;

    /// <summary>Whether there is more to it than a new path.</summary>
    public bool ChangesContent => Lines > 0 || IsBinary;
}

/// <summary>A commit as git lists it.</summary>
internal sealed record LoggedCommit(string Id, DateTimeOffset At, string Title, IReadOnlyList<FileChange> Files);
