using System.Text.RegularExpressions;
using MyThoughts.Chassis.Map;

/// <summary>Whether a module can have a name.</summary>
internal static partial class NewModuleName
{
    private const int Shortest = 2;
    private const int Longest = 40;
    private const string Example = "Example: Notes";

    private static readonly string[] Parents = ["Modules", "tests", "."];

    // What is a path of every host, a word of the system, or a namespace that code finds by its first word.
    private static readonly HashSet<string> Reserved = new(
        [
            "Admin", "Api", "Assets", "Docs", "Error", "Health", "HealthCheck", "Internal", "Metrics", "OpenApi",
            "Administrator", "Chassis", "Contracts", "Extensions", "Gateway", "Module", "Modules", "Monolith", "MyThoughts", "Postgres", "Public",
            "Repository", "Schema", "Service", "Services", "Support", "Tests", "Web",
            "Bogus", "Dapper", "FluentAssertions", "FluentValidation", "Microsoft", "Npgsql", "NUnit", "OpenTelemetry", "Polly", "System", "Yarp",
        ], StringComparer.OrdinalIgnoreCase);

    // Reserved in PostgreSQL, and so no names of schemas unless quoted everywhere.
    private static readonly HashSet<string> Sql = new(
        """
        all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column concurrently
        constraint create cross current default deferrable desc distinct do else end except false fetch for foreign freeze from full grant group
        having ilike in initially inner intersect into is isnull join lateral leading left like limit localtime localtimestamp natural not
        notnull null offset on only or order outer overlaps placing primary references returning right select similar some symmetric table
        tablesample then to trailing true union unique user using variadic verbose when where window with
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with a name, in one line; null when a module can have it.</summary>
    /// <param name="name">As somebody typed it.</param>
    /// <param name="map">The modules that there are.</param>
    /// <param name="root">The repository.</param>
    /// <param name="templates">What would be written.</param>
    public static string? Problem(string name, ModuleMap map, string root, IReadOnlyList<NewModuleTemplate> templates)
    {
        if (!PascalCase().IsMatch(name))
            return $"the name '{name}' is not in PascalCase: a capital letter first, then letters from A to Z and digits alone. {Example}";
        if (name.Length is < Shortest or > Longest)
            return $"the name '{name}' has {name.Length} characters, and a module's has {Shortest} to {Longest}. {Example}";
        var lower = name.ToLowerInvariant();
        if (lower is "monolith" or "gateway" || map.Modules.Any(module => module.Name == lower))
            return $"'{name}' is there already: the map has the module or host {lower}. Take another name. {Example}";
        if (Reserved.Contains(name) || Sql.Contains(name) || Taken(name, templates) is not null)
            return $"the name '{name}' is reserved: it already means {Meaning(name, templates)}. Take another name, often the plural. {Example}";
        if (Folder(name, root) is { } folder)
            return $"the name '{name}' would be written to {folder}, which is there already. Take another name. {Example}";
        return OwnedPath(lower, map) is { } owned ? $"the name '{name}' would own {owned}. Take another name. {Example}" : null;
    }

    private static string Meaning(string name, IReadOnlyList<NewModuleTemplate> templates) =>
        Sql.Contains(name) ? "something in SQL"
        : Reserved.Contains(name) ? "something in every host or in the code of all modules"
        : $"something in the code of every module, which says {Taken(name, templates)}";

    // A namespace or type of the module would hide what the module's own code calls so: `Task`, `Page`.
    private static string? Taken(string name, IReadOnlyList<NewModuleTemplate> templates)
    {
        var words = templates.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => Word().Matches(Comment().Replace(file.Text, "")).Select(word => word.Value)).ToHashSet();
        var made = words.Where(word => word.Contains(NewModuleTemplate.Name, StringComparison.Ordinal)).Select(word => word.Replace(NewModuleTemplate.Name, name, StringComparison.Ordinal));
        return made.FirstOrDefault(words.Contains);
    }

    // Whatever the file system thinks of capitals, two folders must not differ in those alone.
    private static string? Folder(string name, string root) =>
        Parents.SelectMany(parent => Directory.EnumerateFileSystemEntries(Path.Combine(root, parent)))
            .Where(entry => Path.GetFileName(entry).Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(entry => Path.GetRelativePath(root, entry).Replace('\\', '/')).FirstOrDefault();

    // A path owns what is below it.
    private static string? OwnedPath(string lower, ModuleMap map) =>
        (from module in map.Modules
         from owned in module.Routes.SelectMany(route => route.Paths)
         from path in (string[])[$"/{lower}", $"/api/{lower}"]
         where $"{owned}/".StartsWith($"{path}/", StringComparison.OrdinalIgnoreCase)
             || (owned != "/" && $"{path}/".StartsWith($"{owned}/", StringComparison.OrdinalIgnoreCase))
         select $"{path}, and {module.Name} owns {owned}").FirstOrDefault();

    [GeneratedRegex(@"\A[A-Z][A-Za-z0-9]*\z")]
    private static partial Regex PascalCase();

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?:\{\{Name\}\}|\w)+")]
    private static partial Regex Word();
}
