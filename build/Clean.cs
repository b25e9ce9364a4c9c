/// <summary>Takes the tree back to what git has.</summary>
internal static class Clean
{
    private static readonly string[] Output = ["bin", "obj", "TestResults"];

    public static async Task<int> RunAsync(string[] arguments, CancellationToken stop)
    {
        await DevelopmentData.DeleteAsync();
        var folders = ProjectFolders().SelectMany(folder => Output.Select(name => Path.Combine(folder, name))).Append(Repository.InRoot("artifacts"));
        foreach (var folder in folders.Where(Directory.Exists))
        {
            stop.ThrowIfCancellationRequested();
            Console.WriteLine($"Removing {Path.GetRelativePath(Repository.Root, folder)}");
            Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    private static IEnumerable<string> ProjectFolders() =>
        Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetDirectoryName(file)!);
}
