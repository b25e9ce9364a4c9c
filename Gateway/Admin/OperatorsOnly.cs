namespace MyThoughts.Gateway.Admin;

/// <summary>
/// Keeps viewers from changing anything, and from the keys: whoever could list them would know whom to ask for one. Before routing and
/// before a body is read, so that no endpoint can forget it and a viewer learns of no other mistake first.
/// </summary>
internal sealed class OperatorsOnly(RequestDelegate next)
{
    private const string Api = "/admin/api";

    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        var isForAll = !path.StartsWithSegments(Api) || (IsRead(context.Request.Method) && !path.StartsWithSegments($"{Api}/keys"));
        if (isForAll || context.User.Identity is not { IsAuthenticated: true } || context.User.IsOperator()) return next(context);
        return TypedResults.Problem(
            "This key may look and change nothing: it is a viewer's. Ask for an operator's key.", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
    }

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}
