using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MyThoughts.BoundaryCheck.Source;

/// <summary>What an expression is, when that is known without running it.</summary>
internal static class KnownText
{
    /// <returns>The value of a constant, of a read-only field or of a local variable that is given a constant where it is declared; else null.</returns>
    public static string? Of(ExpressionSyntax expression, SemanticModel model)
    {
        if (model.GetConstantValue(expression) is { HasValue: true } constant) return Convert.ToString(constant.Value, CultureInfo.InvariantCulture);
        return model.GetSymbolInfo(expression).Symbol switch
        {
            IFieldSymbol { IsReadOnly: true } field => Initial(field, model),
            ILocalSymbol local => Initial(local, model),
            _ => null,
        };
    }

    private static string? Initial(ISymbol symbol, SemanticModel model) =>
        symbol.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value }
        && model.Compilation.ContainsSyntaxTree(value.SyntaxTree)
            && model.Compilation.GetSemanticModel(value.SyntaxTree).GetConstantValue(value) is { HasValue: true, Value: string text } ? text : null;
}
