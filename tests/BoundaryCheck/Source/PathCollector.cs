using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MyThoughts.BoundaryCheck.Evidence;
using MyThoughts.BoundaryCheck.Solution;

namespace MyThoughts.BoundaryCheck.Source;

/// <summary>Collects the paths that code maps: endpoints with the prefixes of their groups, attribute routes, added page routes.</summary>
internal sealed class PathCollector(Project project) : INodeCollector
{
    public List<MappedPath> Found { get; } = [];

    public void Look(SyntaxNode node, in Surroundings surroundings)
    {
        switch (node)
        {
            case InvocationExpressionSyntax call when surroundings.Model.GetSymbolInfo(call).Symbol is IMethodSymbol method:
                if (method.Name == "AddPageRoute") Add(call, Argument(call, method, "route", surroundings.Model), surroundings);
                else if (IsMapping(method) && method.Name != "MapGroup") Add(call, Pattern(call, method, surroundings.Model), surroundings);
                break;
            case AttributeSyntax attribute when RouteAttribute(attribute, surroundings.Model):
                Add(attribute, AttributePath(attribute, surroundings.Model), surroundings);
                break;
        }
    }

    private void Add(SyntaxNode node, string? pattern, in Surroundings surroundings)
    {
        if (pattern is not null) Found.Add(new(project, surroundings.Member, "/" + pattern.TrimStart('~').TrimStart('/'), surroundings.Places.Of(node, pattern)));
    }

    private static bool IsMapping(IMethodSymbol method) =>
        method.Name.StartsWith("Map", StringComparison.Ordinal) && (method.ReducedFrom ?? method).Parameters is [{ Type.Name: "IEndpointRouteBuilder" or "RouteGroupBuilder" or "WebApplication" }, ..]
        && method.Parameters.Any(parameter => parameter is { Name: "pattern" or "prefix", Type.SpecialType: SpecialType.System_String });

    // A group that comes from elsewhere has a prefix that is not known here: nothing is said of its endpoints.
    private static string? Pattern(InvocationExpressionSyntax call, IMethodSymbol method, SemanticModel model)
    {
        var own = Argument(call, method, "pattern", model) ?? Argument(call, method, "prefix", model);
        var receiver = method.ReducedFrom is null ? call.ArgumentList.Arguments[0].Expression : (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        return receiver is null ? null : Join(Prefix(receiver, model), own);
    }

    private static string? Prefix(ExpressionSyntax receiver, SemanticModel model) => receiver switch
    {
        ParenthesizedExpressionSyntax inner => Prefix(inner.Expression, model),
        InvocationExpressionSyntax call when model.GetSymbolInfo(call).Symbol is IMethodSymbol method =>
            method.Name == "MapGroup" ? Pattern(call, method, model)
            : method.OriginalDefinition.ReturnType.Name is "RouteGroupBuilder" or "IEndpointRouteBuilder" ? null
            : call.Expression is MemberAccessExpressionSyntax chained ? Prefix(chained.Expression, model) : null,
        _ when model.GetSymbolInfo(receiver).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var declaration] }
            && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: InvocationExpressionSyntax value } => Prefix(value, model),
        _ when model.GetSymbolInfo(receiver).Symbol is ILocalSymbol { Type.Name: "IEndpointRouteBuilder" } => null,
        _ => model.GetTypeInfo(receiver).Type?.Name == "RouteGroupBuilder" ? null : "",
    };

    private static string? Argument(InvocationExpressionSyntax call, IMethodSymbol method, string name, SemanticModel model)
    {
        var position = method.Parameters.ToList().FindIndex(parameter => parameter.Name == name);
        var argument = call.ArgumentList.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.Text == name)
            ?? (position >= 0 ? call.ArgumentList.Arguments.ElementAtOrDefault(position) : null);
        return argument is null ? null : KnownText.Of(argument.Expression, model);
    }

    // Of an action, or of a Razor component, whose @page becomes an attribute of its class.
    private static bool RouteAttribute(AttributeSyntax attribute, SemanticModel model) =>
        model.GetSymbolInfo(attribute).Symbol?.ContainingType is { } type
        && (attribute.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not null
            ? type.Name != "AcceptVerbsAttribute" && type.AllInterfaces.Any(implemented => implemented.Name == "IRouteTemplateProvider")
            : type.ToDisplayString() == "Microsoft.AspNetCore.Components.RouteAttribute");

    private static string? AttributePath(AttributeSyntax attribute, SemanticModel model)
    {
        var own = Template(attribute, model);
        if (attribute.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } action || own is ['/' or '~', ..]) return own;
        // A verb alone answers what a route beside it says, else what the class says.
        var isSaidBeside = own is null && action.AttributeLists.SelectMany(list => list.Attributes).Any(other => RouteAttribute(other, model) && Template(other, model) is not null);
        return isSaidBeside || Join(ClassRoute(attribute, model), own ?? "") is not { Length: > 0 } path ? null : path.TrimEnd('/');
    }

    // [HttpGet(Name = "list")] names the endpoint, and not its path.
    private static string? Template(AttributeSyntax attribute, SemanticModel model) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals is null) is { } first ? KnownText.Of(first.Expression, model) : null;

    private static string ClassRoute(AttributeSyntax attribute, SemanticModel model)
    {
        if (attribute.FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { } controller) return "";
        var route = controller.AttributeLists.SelectMany(list => list.Attributes)
            .FirstOrDefault(candidate => candidate.ArgumentList is not null && model.GetSymbolInfo(candidate).Symbol?.ContainingType.Name == "RouteAttribute");
        var template = route is null ? "" : KnownText.Of(route.ArgumentList!.Arguments[0].Expression, model) ?? "";
        return template.Replace("[controller]", controller.Identifier.Text.Replace("Controller", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static string? Join(string? prefix, string? own) => prefix is null || own is null ? null
        : own.StartsWith('~') ? own
        : prefix.Length == 0 ? own
        : $"{prefix.TrimEnd('/')}/{own.TrimStart('/')}";
}
