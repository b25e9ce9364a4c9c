using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MyThoughts.BoundaryCheck.Compatibility.Surfaces;

/// <summary>
/// Reads the surface out of a built assembly. With the compiler's own reader of assemblies: it knows how each version of C# writes down
/// nullability, records, defaults and what is required.
/// </summary>
internal static class BuiltSurface
{
    // Reading hundreds of files costs more than all the rest, and they are the same for every contract.
    private static readonly Lazy<IReadOnlyDictionary<string, MetadataReference>> Frameworks =
        new(() => FrameworkFiles().DistinctBy(NameOf).ToDictionary(NameOf, file => (MetadataReference)MetadataReference.CreateFromFile(file)));

    /// <param name="assembly">The assembly.</param>
    /// <param name="references">Other assemblies that its signatures speak of; one that is missing costs at most what a name alone does not tell.</param>
    public static string Read(string assembly, IEnumerable<string> references)
    {
        var own = MetadataReference.CreateFromFile(assembly);
        var others = references.DistinctBy(NameOf).Where(file => NameOf(file) != NameOf(assembly)).ToDictionary(NameOf, file => (MetadataReference)MetadataReference.CreateFromFile(file));
        var frameworks = Frameworks.Value.Where(framework => framework.Key != NameOf(assembly) && !others.ContainsKey(framework.Key)).Select(framework => framework.Value);
        var compilation = CSharpCompilation.Create("surface", references: [own, .. others.Values, .. frameworks]);
        return SurfaceText.Of((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(own)!);
    }

    // Every shared framework beside the one that this process runs on, ASP.NET Core's among them.
    private static IEnumerable<string> FrameworkFiles()
    {
        var running = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var version = Version.Parse(Path.GetFileName(running).Split('-')[0]);
        return Directory.EnumerateDirectories(Path.GetFullPath(Path.Combine(running, "..", "..")))
            .Select(framework => Directory.EnumerateDirectories(framework, $"{version.Major}.*").MaxBy(Path.GetFileName, StringComparer.Ordinal))
            .OfType<string>().Prepend(running)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"))
            .Where(file => Path.GetFileName(file) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll")
                && !name.Contains(".Native.", StringComparison.Ordinal) && !name.StartsWith("Microsoft.DiaSymReader", StringComparison.Ordinal));
    }

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file);
}
