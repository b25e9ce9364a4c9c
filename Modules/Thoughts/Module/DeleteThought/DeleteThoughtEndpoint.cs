using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts;

internal static class DeleteThoughtEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDelete("/admin/thoughts/{id}", HandleAsync);
        routes.MapDelete("/internal/thoughts/{id}", HandleAsync).ExcludeFromDescription();
    }

    // 204 also when it was not there: whoever asks twice wants the same thing twice.
    private static async Task<NoContent> HandleAsync(string id, IThoughts thoughts, CancellationToken cancellationToken)
    {
        if (ThoughtId.TryParse(id, out var number)) await thoughts.DeleteAsync(number, cancellationToken);
        return TypedResults.NoContent();
    }
}
