using Microsoft.AspNetCore.Http;

namespace MyThoughts.Chassis.Http;

/// <summary>Paths that own what is below them.</summary>
internal static class PathFolders
{
    /// <summary>Whether a path is one of some folders or below it. For every request, and so without a lambda.</summary>
    public static bool IsInAny(this PathString path, PathString[] folders)
    {
        foreach (var folder in folders)
        {
            if (path.StartsWithSegments(folder)) return true;
        }
        return false;
    }
}
