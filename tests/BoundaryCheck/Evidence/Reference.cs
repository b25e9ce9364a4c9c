using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Evidence;

/// <summary>A use of one project's code by another's.</summary>
/// <param name="From">Who uses it.</param>
/// <param name="Member">The member that uses it, with its namespace and type.</param>
/// <param name="To">Whose code it is.</param>
/// <param name="Type">The type it belongs to or is, with its namespace.</param>
/// <param name="Target">The member used, with namespace and type; the type itself when it is the type that is named.</param>
/// <param name="Place">Where.</param>
/// <param name="Witness">Who saw it.</param>
internal sealed record Reference(Project From, string Member, Project To, string Type, string Target, Place Place, Witness Witness);

/// <summary>What a reference was seen in.</summary>
internal enum Witness
{
    /// <summary>The source, bound by the compiler.</summary>
    Source,

    /// <summary>The assembly that the build made.</summary>
    Assembly,
}
