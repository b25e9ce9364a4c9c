using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Source;

/// <summary>The source of a project as it was built, ready to be asked what each name means.</summary>
/// <param name="Project">Whose.</param>
/// <param name="Compilation">The same compilation as the build's.</param>
/// <param name="Changed">Files that are no longer what was built.</param>
/// <param name="Missing">Assemblies that were not found again.</param>
internal sealed record ProjectSource(Project Project, CSharpCompilation Compilation, IReadOnlyList<string> Changed, IReadOnlyList<string> Missing)
{
    /// <returns>The source, or why it can't be had.</returns>
    public static (ProjectSource? Source, string? Problem) Read(SolutionUnderCheck solution, Project project, ReferenceFiles references)
    {
        var (record, problem) = BuildRecord.Read(project.Assembly!);
        if (record is null) return (null, problem);
        var options = CSharpParseOptions.Default
            .WithPreprocessorSymbols(record.Options.GetValueOrDefault("define", "").Split(',', StringSplitOptions.RemoveEmptyEntries))
            .WithLanguageVersion(LanguageVersionFacts.TryParse(record.Options.GetValueOrDefault("language-version", ""), out var version) ? version : LanguageVersion.Preview);
        var changed = new List<string>();
        var trees = record.Files.Select(file => Parse(file with { Path = Unmapped(solution, file.Path) }, options, changed)).OfType<SyntaxTree>().ToList();
        var (found, missing) = references.Find(project, record.References);
        var compilation = CSharpCompilation.Create(project.Name, trees, found, new CSharpCompilationOptions(
            Enum.TryParse<OutputKind>(record.Options.GetValueOrDefault("output-kind"), out var kind) ? kind : OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable, metadataImportOptions: MetadataImportOptions.Internal));
        return (new(project, compilation, changed, missing), null);
    }

    // Deterministic builds write the repository's root as /_/ wherever it was.
    private static string Unmapped(SolutionUnderCheck solution, string path) =>
        path.StartsWith("/_/", StringComparison.Ordinal) ? Path.Combine(solution.Root, path["/_/".Length..]) : path;

    private static SyntaxTree? Parse(SourceFile file, CSharpParseOptions options, List<string> changed)
    {
        if (file.Embedded is { } embedded) return CSharpSyntaxTree.ParseText(embedded, options, file.Path);
        if (!File.Exists(file.Path))
        {
            changed.Add(file.Path);
            return null;
        }
        var bytes = File.ReadAllBytes(file.Path);
        if (!file.Hash.IsEmpty && !IsSame(bytes, file.Hash)) changed.Add(file.Path);
        return CSharpSyntaxTree.ParseText(SourceText.From(bytes, bytes.Length, Encoding.UTF8), options, file.Path);
    }

    private static bool IsSame(byte[] bytes, ImmutableArray<byte> hash) => hash.Length switch
    {
        SHA256.HashSizeInBytes => SHA256.HashData(bytes).AsSpan().SequenceEqual(hash.AsSpan()),
        _ => true,
    };
}
