using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MyThoughts.Chassis.Diagnostics;

/// <summary>
/// One compact line per request. Off when the log level of the category <c>MyThoughts.Requests</c> is above Information.
/// The query string stays out: it holds what people search for.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, ILoggerFactory loggers)
{
    private readonly ILogger logger = loggers.CreateLogger("MyThoughts.Requests");

    // Balancers and gateways ask for health every second: lines about it would drown the others.
    public Task InvokeAsync(HttpContext context) =>
        logger.IsEnabled(LogLevel.Information) && !Health.Owns(context.Request.Path) ? LoggedAsync(context) : next(context);

    private async Task LoggedAsync(HttpContext context)
    {
        var start = Stopwatch.GetTimestamp();
        var path = context.Request.Path;
        try
        {
            await next(context);
        }
        finally
        {
            var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            var status = context.Response.StatusCode;
            if (RequestSide.Of(context) is { } side)
                LogSplit(context.Request.Method, path, status, milliseconds, context.TraceIdentifier, side.Side, side.Reason);
            else
                Log(context.Request.Method, path, status, milliseconds, context.TraceIdentifier);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} {Status} {Milliseconds:0.0} ms {Id}")]
    private partial void Log(string method, PathString path, int status, double milliseconds, string id);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} {Status} {Milliseconds:0.0} ms {Id} {Side} {Reason}")]
    private partial void LogSplit(string method, PathString path, int status, double milliseconds, string id, string side, string reason);
}
