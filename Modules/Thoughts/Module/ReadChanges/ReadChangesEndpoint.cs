using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Feeds;
using MyThoughts.Thoughts.Contracts;

namespace MyThoughts.Thoughts;

internal static class ReadChangesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGroup("/internal/thoughts").ExcludeFromDescription()
        .MapFeed<ThoughtChange>(context => context.RequestServices.GetRequiredService<IThoughts>());
}
