using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using MyThoughts.{{Name}}.Contracts;

namespace MyThoughts.{{Name}};

/// <summary>The contract for hosts that run the module elsewhere, errors by field included; <c>Remote{{Name}}</c> is the other end.</summary>
internal static class ContractEndpoints
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("", (string? limit, I{{Name}} module, CancellationToken cancellationToken) =>
        module.ListAsync(new(limit), cancellationToken));
}
