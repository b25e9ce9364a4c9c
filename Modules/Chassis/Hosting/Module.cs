using System.Reflection;
using Microsoft.AspNetCore.Routing;

namespace MyThoughts.Chassis.Hosting;

/// <summary>What a module gives the host that runs it.</summary>
/// <param name="Name">Its name in the module map.</param>
/// <param name="Assembly">Holds its pages and, as embedded resources named <c>Schema.NNNN_name.sql</c>, its migrations.</param>
public sealed record Module(string Name, Assembly Assembly)
{
    /// <summary>Maps its HTTP endpoints, those of the internal port included.</summary>
    public required Action<IEndpointRouteBuilder> MapEndpoints { get; init; }

    /// <summary>Writes its demo data where there is none yet; runs on the module's own services, after every migration.</summary>
    public Func<IServiceProvider, CancellationToken, Task> SeedAsync { get; init; } = (_, _) => Task.CompletedTask;
}
