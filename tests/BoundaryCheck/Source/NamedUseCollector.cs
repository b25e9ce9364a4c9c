using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Source;

/// <summary>Collects what code asks of the configuration and of keyed services by a name known at compile time.</summary>
internal sealed class NamedUseCollector(Project project) : INodeCollector
{
    private static readonly HashSet<string> Callees = new(StringComparer.Ordinal)
    {
        "GetConnectionString", "GetSection", "GetRequiredSection", "GetValue", "GetRequiredKeyedService", "GetKeyedService", "GetKeyedServices",
        "FromKeyedServicesAttribute", "this[]",
    };

    public List<NamedUse> Found { get; } = [];

    public void Look(SyntaxNode node, in Surroundings surroundings)
    {
        var (callee, arguments) = node switch
        {
            InvocationExpressionSyntax call when surroundings.Model.GetSymbolInfo(call).Symbol is IMethodSymbol method && Callees.Contains(method.Name) =>
                (method.Name, call.ArgumentList.Arguments.Select(argument => argument.Expression)),
            AttributeSyntax { ArgumentList: { } list } attribute when surroundings.Model.GetSymbolInfo(attribute).Symbol?.ContainingType.Name is { } name && Callees.Contains(name) =>
                (name, list.Arguments.Select(argument => argument.Expression)),
            ElementAccessExpressionSyntax element when surroundings.Model.GetSymbolInfo(element).Symbol is IPropertySymbol { ContainingType.Name: "IConfiguration" or "IConfigurationSection" or "ConfigurationManager" } =>
                ("this[]", element.ArgumentList.Arguments.Select(argument => argument.Expression)),
            _ => ("", []),
        };
        foreach (var argument in arguments)
            if (KnownText.Of(argument, surroundings.Model) is { } value)
                Found.Add(new(project, surroundings.Member, callee, value, surroundings.Places.Of(argument, value)));
    }
}
