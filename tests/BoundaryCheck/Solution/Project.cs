namespace MyThoughts.BoundaryCheck.Solution;

/// <summary>A project of the solution.</summary>
/// <param name="Name">The name of its assembly.</param>
/// <param name="File">Its project file, an absolute path.</param>
/// <param name="Role">What it is to the boundaries.</param>
/// <param name="Module">The module it belongs to; null for the chassis, hosts and tests.</param>
/// <param name="References">The projects it references, with where it says so.</param>
/// <param name="Friends">The assemblies to which it shows what is internal.</param>
/// <param name="Assembly">What the build made of it, an absolute path; null when it is not built.</param>
internal sealed record Project(
    string Name, string File, ProjectRole Role, MapModule? Module, IReadOnlyList<ProjectLink> References, IReadOnlyList<Friend> Friends, string? Assembly)
{
    public string Folder => Path.GetDirectoryName(File)!;
}

/// <summary>A reference from one project to another.</summary>
/// <param name="File">The other's project file, an absolute path.</param>
/// <param name="IsCode">Whether code can use it; false for those that are only built first.</param>
/// <param name="Place">Where it is written.</param>
internal sealed record ProjectLink(string File, bool IsCode, Place Place);

/// <summary>An assembly that may see what is internal.</summary>
internal sealed record Friend(string Assembly, Place Place);
