using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MyThoughts.Chassis.Diagnostics;

/// <summary>Health on every port: is the process alive, and can it do its work.</summary>
public static class Health
{
    /// <summary>Tag of the checks that <c>/health/ready</c> asks: the database and what the host cannot work without.</summary>
    public const string Ready = "ready";

    private const string Folder = "/health";
    private const string Short = "/healthcheck";

    /// <summary>Whether a path asks for health: such requests need no key and no database, and leave no line in the log.</summary>
    internal static bool Owns(PathString path) => path.StartsWithSegments(Folder) || path.StartsWithSegments(Short);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks($"{Folder}/live", new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks(Short, new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks($"{Folder}/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }
}
