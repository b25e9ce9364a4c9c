namespace MyThoughts.Support;

/// <summary>The working copy that the tests run from.</summary>
public static class Repository
{
    /// <summary>Its root folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>Its ignored folder for data.</summary>
    public static string Data => Path.Combine(Root, ".data");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MyThoughts.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run from a working copy.");
    }
}
