using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MyThoughts.Chassis.Diagnostics;

/// <summary>Health on every port: is the process alive, and can it do its work.</summary>
public static class Health
{
    /// <summary>Tag of the checks that <c>/health/ready</c> asks: the database and what the host cannot work without.</summary>
    public const string Ready = "ready";

    /// <summary>Header of the readiness answer: names of the modules that have left this host, whose paths are 404 here; absent when none has.</summary>
    public const string AbsentModules = "X-Absent-Modules";

    private const string Folder = "/health";
    private const string Short = "/healthcheck";

    /// <summary>Whether a path asks for health: such requests need no key and no database, and leave no line in the log.</summary>
    /// <param name="path">The path of a request.</param>
    /// <returns>Whether it does.</returns>
    public static bool Owns(PathString path) => path.StartsWithSegments(Folder) || path.StartsWithSegments(Short);

    /// <summary>The modules that have left a host.</summary>
    internal sealed record ModulesThatLeft(IReadOnlyList<string> Names);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks($"{Folder}/live", new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks(Short, new HealthCheckOptions { Predicate = _ => false });
        var absent = routes.ServiceProvider.GetService<ModulesThatLeft>() is { Names: { Count: > 0 } names } ? string.Join(", ", names) : null;
        routes.MapHealthChecks($"{Folder}/ready", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(Ready),
            ResponseWriter = (context, report) =>
            {
                if (absent is not null) context.Response.Headers[AbsentModules] = absent;
                context.Response.ContentType = "text/plain";
                return context.Response.WriteAsync(report.Status.ToString());
            },
        });
    }
}
