using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Source;

/// <summary>The places of one syntax tree. What a tool wrote is shown where a person wrote it, as far as the tool says.</summary>
internal sealed partial class SourcePlaces(SolutionUnderCheck solution, SyntaxTree tree)
{
    private readonly Lazy<RazorFile?> razor = new(() => RazorFile.Of(tree));

    /// <summary>The Razor file that the tree was made of; null for ordinary source.</summary>
    public string? Razor => razor.Value is { } file ? solution.Relative(file.Path) : null;

    /// <summary>Whether nobody wrote the tree by hand.</summary>
    public bool IsMade { get; } = MadeFolder().IsMatch(solution.Relative(tree.FilePath));

    public string File => Razor ?? solution.Relative(tree.FilePath);

    /// <param name="node">The node.</param>
    /// <param name="name">What is looked for in a Razor file whose generated code does not say the line.</param>
    public Place Of(SyntaxNode node, string name) => Of(node.GetLocation(), name);

    public Place Of(Location location, string name)
    {
        var span = location.GetMappedLineSpan();
        if (span.HasMappedPath) return new(solution.Relative(span.Path), span.StartLinePosition.Line + 1);
        return razor.Value is { } file ? new(Razor!, file.LineOf(name)) : new(solution.Relative(tree.FilePath), span.StartLinePosition.Line + 1);
    }

    [GeneratedRegex(@"(^|/)obj/")]
    private static partial Regex MadeFolder();
}
