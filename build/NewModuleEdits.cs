using System.Text;
using MyThoughts.Chassis.Map;

/// <summary>The places that name every module, each with one more.</summary>
internal static class NewModuleEdits
{
    public static IReadOnlyList<NewModuleFile> Of(string root, ModuleMap map, string name)
    {
        var lower = name.ToLowerInvariant();
        return
        [
            new(NewModuleEntry.Map, NewModuleEntry.Insert(File.ReadAllBytes(Path.Combine(root, NewModuleEntry.Map)), map, name)),
            Edit("MyThoughts.Web/MyThoughts.Web.csproj", text => TextLines.InsertAfterLast(
                text, """<ProjectReference Include="\.\./Modules/""", $"""<ProjectReference Include="../Modules/{name}/Module/MyThoughts.{name}.csproj" />""")),
            Edit("MyThoughts.Web/Program.cs", text => TextLines.InsertAfterLast(
                TextLines.InsertSorted(text, @"^using MyThoughts\.", $"using MyThoughts.{name};"), @"^\s*host\.Add\w+Module\(\);", $"host.Add{name}Module();")),
            Edit(Repository.HostsOnly, text => TextLines.InsertSortedItem(
                text, @"^\s*"".*\.csproj""", $"""
                "Modules\\{name}\\Service\\MyThoughts.{name}.Service.csproj"
                """)),
            Edit("docs/architecture.md", text => TextLines.InsertAfterLast(
                text, @"^\| \w+ \| [^|]+ \| `/", $"| {name} | items of its own, for now | `/{lower}`, `/api/{lower}` |")),
        ];

        NewModuleFile Edit(string path, Func<string, string> change)
        {
            try
            {
                // Not ReadAllText, which would drop a byte order mark.
                return new(path, Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(root, path))))));
            }
            catch (InvalidDataException problem)
            {
                throw new TaskFailedException($"{path} has no line like {problem.Message}, after which the module's would stand. Nothing was written; bring that line back.");
            }
        }
    }
}
