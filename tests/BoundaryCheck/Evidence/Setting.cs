using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Evidence;

/// <summary>A setting in a configuration file.</summary>
/// <param name="Project">Whose.</param>
/// <param name="Key">Its path, with colons.</param>
/// <param name="Value">Its value.</param>
/// <param name="Place">Where.</param>
internal sealed record Setting(Project Project, string Key, string Value, Place Place);
