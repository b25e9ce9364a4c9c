using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Mono.Cecil;
using Mono.Cecil.Cil;
using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Binary;

/// <summary>
/// The second witness: what the assemblies themselves use, whoever wrote it. It sees what no name in the source says: operators,
/// enumerators and initializers that the compiler chose, code that a tool wove in after it, and projects whose source can't be had.
/// </summary>
internal static class AssemblyReader
{
    /// <summary>Reads the assembly of every project but the tests.</summary>
    public static (IReadOnlyList<Reference> References, IReadOnlyList<NotChecked> NotChecked) Read(SolutionUnderCheck solution)
    {
        var byName = solution.Projects.GroupBy(project => project.Name).ToDictionary(group => group.Key, group => group.First());
        var found = new ConcurrentBag<IReadOnlyList<Reference>>();
        var gaps = new ConcurrentBag<NotChecked>();
        Parallel.ForEach(solution.Judged, project =>
        {
            if (project.Assembly is null)
                gaps.Add(new($"the code of {project.Name}", "it is not built; run dotnet build", CodeRuleIds.All));
            else if (Read(solution, project, byName, out var problem) is { } references)
                found.Add(references);
            else
                gaps.Add(new($"the assembly of {project.Name}", problem!, CodeRuleIds.All));
        });
        return ([.. found.SelectMany(references => references)], [.. gaps]);
    }

    private static List<Reference>? Read(SolutionUnderCheck solution, Project project, Dictionary<string, Project> byName, out string? problem)
    {
        problem = null;
        try
        {
            using var assembly = Open(project.Assembly!);
            var uses = new AssemblyUses(solution, project, byName);
            foreach (var type in assembly.MainModule.Types) uses.Look(type);
            uses.LookAtAttributes(assembly);
            return uses.Found;
        }
        catch (Exception failure) when (failure is BadImageFormatException or IOException)
        {
            problem = $"it can't be read: {failure.Message}";
            return null;
        }
    }

    // Without lines rather than not at all: a PDB of another build has lines that are wrong.
    private static AssemblyDefinition Open(string file)
    {
        var reading = new ReaderParameters { AssemblyResolver = Resolver(file) };
        try
        {
            return AssemblyDefinition.ReadAssembly(file, new(ReadingMode.Deferred) { AssemblyResolver = reading.AssemblyResolver, ReadSymbols = true, SymbolReaderProvider = new DefaultSymbolReaderProvider(throwIfNoSymbol: false) });
        }
        catch (SymbolsNotMatchingException)
        {
            return AssemblyDefinition.ReadAssembly(file, reading);
        }
    }

    // The values of attributes are read by the types of their enumerations, which live in the frameworks.
    private static DefaultAssemblyResolver Resolver(string file)
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Path.GetDirectoryName(file)!);
        var runtime = Path.TrimEndingDirectorySeparator(RuntimeEnvironment.GetRuntimeDirectory());
        resolver.AddSearchDirectory(runtime);
        var shared = Path.GetDirectoryName(Path.GetDirectoryName(runtime))!;
        foreach (var framework in Directory.EnumerateDirectories(shared).SelectMany(Directory.EnumerateDirectories).OrderDescending(StringComparer.Ordinal)) resolver.AddSearchDirectory(framework);
        return resolver;
    }
}
