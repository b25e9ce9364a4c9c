using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using MyThoughts.BoundaryCheck.Compatibility.Surfaces;

namespace MyThoughts.Boundaries.Tests.Compatibility;

/// <summary>Small contracts, compiled as the build would.</summary>
internal static class Compiled
{
    private static readonly List<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file))];

    /// <summary>Compiles a file of code in the namespace <c>N</c> and reads the outline of its surface.</summary>
    public static string Outline(string code)
    {
        var folder = Directory.CreateTempSubdirectory("surface-");
        try
        {
            return BuiltSurface.Read(Assembly(folder.FullName, "N", code), []);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Compiles a file of code in the namespace <c>N</c> into an assembly.</summary>
    public static string Assembly(string folder, string name, string code, params string[] references)
    {
        var source = $"using System; using System.Collections.Generic; using System.Text.Json.Serialization; using System.Threading.Tasks; using System.ComponentModel.DataAnnotations; namespace N;\n{code}";
        var compilation = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(source)], [.. References, .. references.Select(file => MetadataReference.CreateFromFile(file))],
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var file = Path.Combine(folder, $"{name}.dll");
        var result = compilation.Emit(file);
        result.Success.Should().BeTrue(string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return file;
    }
}
