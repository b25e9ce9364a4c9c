using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MyThoughts.Chassis.Http;

/// <summary>Where a module's contract is served to other processes; the HTTP client of the contract is the other end.</summary>
public static class ContractEndpoints
{
    /// <summary>The header by which a caller knows that the module itself has answered, and not whatever else listens there.</summary>
    public const string Header = "X-Module";

    /// <summary>Makes the group for a module's contract; each of its answers says whose it is.</summary>
    /// <param name="routes">The host.</param>
    /// <param name="module">The module's name.</param>
    /// <returns>The group <c>/internal/&lt;module&gt;</c>.</returns>
    public static RouteGroupBuilder MapContractGroup(this IEndpointRouteBuilder routes, string module)
    {
        var group = routes.MapGroup($"/internal/{module}").ExcludeFromDescription();
        return group.AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers[Header] = module;
            return next(context);
        });
    }
}
