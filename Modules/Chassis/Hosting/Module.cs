using System.Reflection;
using Microsoft.AspNetCore.Routing;
using MyThoughts.Chassis.Seeding;

namespace MyThoughts.Chassis.Hosting;

/// <summary>What a module gives the host that runs it.</summary>
/// <param name="Name">Its name in the module map.</param>
/// <param name="Assembly">Holds its pages and, as embedded resources named <c>Schema.NNNN_name.sql</c>, its migrations.</param>
public sealed record Module(string Name, Assembly Assembly)
{
    /// <summary>Maps the HTTP endpoints that people and operators use; they reach the module through its contract alone.</summary>
    public required Action<IEndpointRouteBuilder> MapEndpoints { get; init; }

    /// <summary>Maps its contract for other processes, below <c>/internal/&lt;name&gt;</c>.</summary>
    public required Action<RouteGroupBuilder> MapContract { get; init; }

    /// <summary>The module's pages and endpoints in a host that reaches the module itself in another process.</summary>
    // Without the contract: where that host's address is given as the module's by mistake, a request would go in circles.
    public Module Front => this with { MapContract = _ => { } };

    /// <summary>Writes its demo data where there is none yet; runs on the module's own services, after every migration.</summary>
    public Func<IServiceProvider, CancellationToken, Task> SeedAsync { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Makes what fills it with generated data; null for a module that writes none itself.</summary>
    public Func<IServiceProvider, IBulkSeed>? BulkSeed { get; init; }

    /// <summary>Its tables that grow with generated data: indexes that only make them faster to read are built when they are full.</summary>
    public IReadOnlyList<string> LateIndexTables { get; init; } = [];
}
