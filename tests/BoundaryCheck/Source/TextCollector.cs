using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Source;

/// <summary>Collects the texts that code builds: literals, what is put together with <c>+</c>, interpolated strings.</summary>
internal sealed class TextCollector(Project project) : INodeCollector
{
    public List<Text> Found { get; } = [];

    public void Look(SyntaxNode node, in Surroundings surroundings)
    {
        // The names of friends are looked at by themselves.
        if (node is not ExpressionSyntax expression || !IsWhole(expression, surroundings.Model)) return;
        if (node.Parent?.Parent?.Parent is AttributeSyntax { Parent: AttributeListSyntax { Target.Identifier.ValueText: "assembly" } }) return;
        var text = new Builder(surroundings.Model, surroundings.Places);
        text.Append(expression);
        Found.Add(text.Build(project, surroundings.Member, surroundings.Places.Of(expression, "").File));
    }

    private static bool IsWhole(ExpressionSyntax expression, SemanticModel model) =>
        IsText(expression, model) && !(Outer(expression) is BinaryExpressionSyntax outer && IsText(outer, model));

    private static SyntaxNode? Outer(SyntaxNode node) => node.Parent is ParenthesizedExpressionSyntax parenthesis ? Outer(parenthesis) : node.Parent;

    private static bool IsText(ExpressionSyntax expression, SemanticModel model) => expression.Kind() switch
    {
        SyntaxKind.StringLiteralExpression or SyntaxKind.Utf8StringLiteralExpression or SyntaxKind.InterpolatedStringExpression => true,
        SyntaxKind.AddExpression => model.GetTypeInfo(expression).Type?.SpecialType == SpecialType.System_String,
        _ => false,
    };

    private sealed class Builder(SemanticModel model, SourcePlaces places)
    {
        private readonly StringBuilder value = new();
        private readonly List<TextPiece> pieces = [];

        public Text Build(Project project, string member, string file) =>
            new(project, member, new(file, pieces is [var first, ..] ? first.Line : 1), value.ToString(), false) { Pieces = pieces };

        public void Append(ExpressionSyntax expression)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax inner:
                    Append(inner.Expression);
                    break;
                case LiteralExpressionSyntax literal when literal.Token.Value is string or null:
                    AppendLiteral(literal.Token);
                    break;
                case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) && IsText(sum, model):
                    Append(sum.Left);
                    Append(sum.Right);
                    break;
                case InterpolatedStringExpressionSyntax interpolated:
                    AppendInterpolated(interpolated);
                    break;
                default:
                    AppendPiece(KnownText.Of(expression, model) ?? Text.Hole.ToString(), LineOf(expression), linesMatchSource: false);
                    break;
            }
        }

        private void AppendLiteral(SyntaxToken token)
        {
            var isMultiLine = token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken) || token.IsKind(SyntaxKind.Utf8MultiLineRawStringLiteralToken);
            var line = LineOf(token.Parent!) + (isMultiLine ? 1 : 0);
            AppendPiece(token.ValueText, line, isMultiLine || token.Text.StartsWith('@'));
        }

        private void AppendInterpolated(InterpolatedStringExpressionSyntax interpolated)
        {
            foreach (var content in interpolated.Contents)
                if (content is InterpolationSyntax hole) Append(hole.Expression);
                else if (content is InterpolatedStringTextSyntax text)
                    AppendPiece(text.TextToken.ValueText, LineOf(text), text.TextToken.Text.Contains('\n', StringComparison.Ordinal));
        }

        private void AppendPiece(string text, int line, bool linesMatchSource)
        {
            pieces.Add(new(value.Length, line, linesMatchSource));
            value.Append(CultureInfo.InvariantCulture, $"{text}");
        }

        private int LineOf(SyntaxNode node) => places.Of(node, "").Line;
    }
}
