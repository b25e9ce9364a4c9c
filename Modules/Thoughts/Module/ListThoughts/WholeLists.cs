using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace MyThoughts.Thoughts;

/// <summary>
/// Lets a few whole lists stream at a time. Each holds a database connection for as long as its reader takes, and anybody may ask
/// for one: slow readers would leave no connection for everybody else.
/// </summary>
internal static class WholeLists
{
    public const int AtATime = 8;
    public const int Waiting = 32;
    private const string Policy = "whole lists";

    public static IServiceCollection AddWholeListLimit(this IServiceCollection services) => services.AddRateLimiter(limits =>
        limits.AddPolicy(Policy, context => context.Request.Query.ContainsKey("limit")
            ? RateLimitPartition.GetNoLimiter("pages")
            : RateLimitPartition.GetConcurrencyLimiter("whole", _ => new() { PermitLimit = AtATime, QueueLimit = Waiting })));

    public static RouteHandlerBuilder LimitWholeLists(this RouteHandlerBuilder endpoint) => endpoint.RequireRateLimiting(Policy);
}
