using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;

namespace MyThoughts.Chassis.Diagnostics;

/// <summary>Health on every port: is the process alive, and can it do its work.</summary>
public static class Health
{
    /// <summary>Tag of the checks that <c>/health/ready</c> asks: the database and what the host cannot work without.</summary>
    public const string Ready = "ready";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks("/healthcheck", new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }
}
