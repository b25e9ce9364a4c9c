using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MyThoughts.Chassis.Http;

/// <summary>What a request gets that a module's limit turned away: 503, and when to come back.</summary>
public static class Refusals
{
    /// <summary>Registers it for the limits that modules add by name.</summary>
    /// <param name="services">The host's services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddRefusals(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status503ServiceUnavailable;
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.SetRetryAfter(RetryAfter.Moment);
            return ValueTask.CompletedTask;
        };
    });
}
