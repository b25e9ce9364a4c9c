using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts;

internal static class ReadThoughtEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/thoughts/{id}", HandleAsync);
    }

    private static async Task<Results<Ok<Thought>, ProblemHttpResult>> HandleAsync(
        string id, IThoughts thoughts, CancellationToken cancellationToken) =>
        ThoughtId.TryParse(id, out var number) && await thoughts.FindAsync(number, cancellationToken) is { } thought
            ? TypedResults.Ok(thought)
            : TypedResults.Problem("There is no thought with this id, or it was deleted.", statusCode: StatusCodes.Status404NotFound);
}
