using MyThoughts.Chassis.Database;

namespace MyThoughts.Gateway.Api;

/// <summary>Says why an endpoint cannot do its work while the database is away.</summary>
internal static class DatabaseAway
{
    public static async ValueTask<object?> SayAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        try
        {
            return await next(call);
        }
        catch (Exception problem) when (DatabaseUnavailable.Is(problem))
        {
            return ChangeAnswer.Unavailable(call.HttpContext);
        }
    }
}
