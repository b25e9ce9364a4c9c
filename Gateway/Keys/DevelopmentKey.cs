namespace MyThoughts.Gateway.Keys;

/// <summary>The operator's key of a Development machine, in a file in the data folder, where the command line finds it.</summary>
internal static class DevelopmentKey
{
    private const string FileName = "operator-key";

    public static string? Find(string dataFolder) => File.Exists(Path.Combine(dataFolder, FileName)) ? File.ReadAllText(Path.Combine(dataFolder, FileName)).Trim() : null;

    /// <summary>The key in the file, which is made when there is none.</summary>
    public static OperatorKey Ensure(string dataFolder)
    {
        if (Find(dataFolder) is { } text && OperatorKey.Of(text, "development", Role.Operator) is { } known) return known;
        var (key, made) = OperatorKey.Create("development", Role.Operator);
        Directory.CreateDirectory(dataFolder);
        var draft = Path.Combine(dataFolder, Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(draft, options)) file.WriteLine(made);
        try
        {
            File.Move(draft, Path.Combine(dataFolder, FileName));
            return key;
        }
        catch (IOException)
        {
            // Another replica was faster.
            File.Delete(draft);
            return OperatorKey.Of(Find(dataFolder)!, "development", Role.Operator)!;
        }
    }
}
