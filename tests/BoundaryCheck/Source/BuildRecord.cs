using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace MyThoughts.BoundaryCheck.Source;

/// <summary>
/// What the compiler wrote into the portable PDB of an assembly about how it was made: its source files, with the text of those that
/// tools wrote, its options and its references. See "Portable PDB", Compilation Options and Compilation Metadata References.
/// </summary>
/// <param name="Files">The source files in the order of the compiler.</param>
/// <param name="Options">Names and values, for example <c>define</c> and <c>language-version</c>.</param>
/// <param name="References">File names of the assemblies it was compiled against.</param>
internal sealed record BuildRecord(IReadOnlyList<SourceFile> Files, IReadOnlyDictionary<string, string> Options, IReadOnlyList<string> References)
{
    private static readonly Guid OptionsKind = new("B5FEEC05-8CD0-4A83-96DA-466284BB4BD8");
    private static readonly Guid ReferencesKind = new("7E4D4708-096E-4C5C-AEDA-CB10BA6A740D");
    private static readonly Guid EmbeddedSourceKind = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    /// <summary>Reads the record of an assembly.</summary>
    /// <returns>The record, or why there is none.</returns>
    public static (BuildRecord? Record, string? Problem) Read(string assembly)
    {
        try
        {
            using var stream = File.OpenRead(assembly);
            using var portable = new PEReader(stream);
            if (!portable.HasMetadata) return (null, "it is no .NET assembly");
            if (!portable.TryOpenAssociatedPortablePdb(assembly, path => File.Exists(path) ? File.OpenRead(path) : null, out var provider, out _))
                return (null, File.Exists(Path.ChangeExtension(assembly, ".pdb")) ? "its PDB does not match it; build it again" : "it has no portable PDB; build it with DebugType portable");
            using (provider) return Read(provider!.GetMetadataReader());
        }
        catch (Exception problem) when (problem is BadImageFormatException or IOException)
        {
            return (null, $"it can't be read: {problem.Message}");
        }
    }

    private static (BuildRecord? Record, string? Problem) Read(MetadataReader pdb)
    {
        var options = Pairs(Blob(pdb, EntityHandle.ModuleDefinition, OptionsKind));
        if (!options.TryGetValue("source-file-count", out var count)) return (null, "its PDB does not say what it was compiled from");
        var files = pdb.Documents.Take(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)).Select(handle => ReadFile(pdb, handle));
        return (new([.. files], options, [.. ReferenceNames(Blob(pdb, EntityHandle.ModuleDefinition, ReferencesKind))]), null);
    }

    private static SourceFile ReadFile(MetadataReader pdb, DocumentHandle handle)
    {
        var document = pdb.GetDocument(handle);
        var embedded = Blob(pdb, handle, EmbeddedSourceKind);
        return new(pdb.GetString(document.Name), embedded.IsEmpty ? null : Embedded(embedded), [.. pdb.GetBlobBytes(document.Hash)]);
    }

    // The length of the text when it is compressed, else 0; then the bytes.
    private static SourceText Embedded(ImmutableArray<byte> blob)
    {
        var length = BitConverter.ToInt32(blob.AsSpan()[..4]);
        var bytes = blob.AsSpan()[4..].ToArray();
        if (length == 0) return SourceText.From(bytes, bytes.Length, Encoding.UTF8);
        using var inflated = new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress);
        return SourceText.From(inflated, Encoding.UTF8);
    }

    private static Dictionary<string, string> Pairs(ImmutableArray<byte> blob)
    {
        var parts = Encoding.UTF8.GetString(blob.AsSpan()).Split('\0');
        return parts.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
    }

    // Each: the file's name, its aliases, both ended by a zero; a byte of flags, then time, size and the module's id.
    private static IEnumerable<string> ReferenceNames(ImmutableArray<byte> blob)
    {
        const int fixedPart = 1 + 4 + 4 + 16;
        for (var at = 0; at < blob.Length;)
        {
            var end = blob.IndexOf((byte)0, at);
            yield return Encoding.UTF8.GetString(blob.AsSpan()[at..end]);
            at = blob.IndexOf((byte)0, end + 1) + 1 + fixedPart;
        }
    }

    private static ImmutableArray<byte> Blob(MetadataReader pdb, EntityHandle parent, Guid kind) => pdb.GetCustomDebugInformation(parent)
        .Select(pdb.GetCustomDebugInformation).Where(information => pdb.GetGuid(information.Kind) == kind)
        .Select(information => pdb.GetBlobContent(information.Value)).FirstOrDefault([]);
}

/// <summary>A source file of a build.</summary>
/// <param name="Path">Where it was.</param>
/// <param name="Embedded">Its text, when a tool wrote it.</param>
/// <param name="Hash">The SHA-256 of what was compiled.</param>
internal sealed record SourceFile(string Path, SourceText? Embedded, ImmutableArray<byte> Hash);
