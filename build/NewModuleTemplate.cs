using System.Text;

/// <summary>A file that the task writes.</summary>
/// <param name="Path">Where, from the root of the repository.</param>
/// <param name="Content">What.</param>
internal sealed record NewModuleFile(string Path, byte[] Content);

/// <summary>A file below <c>build/templates/new-module</c>, which mirrors the tree that it becomes.</summary>
/// <param name="Path">Its path there, with placeholders.</param>
/// <param name="Text">Its text, with placeholders: <c>{{Name}}</c> as in code, <c>{{name}}</c> as in the map, in paths and in SQL.</param>
internal sealed record NewModuleTemplate(string Path, string Text)
{
    /// <summary>What stands for the name as it is in code.</summary>
    public const string Name = "{{Name}}";

    private const string LowerName = "{{name}}";

    public static IReadOnlyList<NewModuleTemplate> Read(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => new NewModuleTemplate(System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path))),
    ];

    public NewModuleFile For(string name) => new(Replace(Path, name), Encoding.UTF8.GetBytes(Replace(Text, name)));

    private static string Replace(string text, string name) =>
        text.Replace(Name, name, StringComparison.Ordinal).Replace(LowerName, name.ToLowerInvariant(), StringComparison.Ordinal);
}
