using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MyThoughts.{{Name}}.Contracts;

namespace MyThoughts.{{Name}};

internal static class List{{Name}}Endpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/{{name}}", HandleAsync).WithSummary("Lists the newest items.");

    // The limit is text here, so that a bad one is told by its name and not by the framework's.
    private static async Task<Results<Ok<IReadOnlyList<{{Name}}Item>>, ValidationProblem>> HandleAsync(
        [Description("At most so many, 1 to 100; 20 when absent.")] string? limit, I{{Name}} module, CancellationToken cancellationToken)
    {
        var result = await module.ListAsync(new(limit), cancellationToken);
        return result.Errors.Count == 0 ? TypedResults.Ok(result.Items) : TypedResults.ValidationProblem(result.Errors);
    }
}
