namespace MyThoughts.Gateway.Proxy;

/// <summary>
/// What YARP's endpoint would do, kept where only <see cref="ForwardingMiddleware"/> looks: executed like any other, the endpoint is a 404,
/// so that no request gets to a host which was not let through.
/// </summary>
internal sealed record WayToHosts(RequestDelegate Forward)
{
    public static void Close(EndpointBuilder endpoint)
    {
        endpoint.Metadata.Add(new WayToHosts(endpoint.RequestDelegate!));
        endpoint.RequestDelegate = context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }
}
