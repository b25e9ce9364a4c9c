using System.Net;
using System.Threading.RateLimiting;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Http;
using MyThoughts.Gateway.Store;

namespace MyThoughts.Gateway.Admin;

/// <summary>Counts the failed attempts of a client: ten a minute, then none is heard for a while. Each is audited, and logged in any case.</summary>
internal sealed partial class FailedKeys : IDisposable
{
    private const int MostAMinute = 10;

    private readonly AuditLog audit;
    private readonly ILogger<FailedKeys> logger;
    private readonly PartitionedRateLimiter<string> attempts = PartitionedRateLimiter.Create<string, string>(client =>
        RateLimitPartition.GetSlidingWindowLimiter(client, _ => new()
        {
            PermitLimit = MostAMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0,
        }));

    public FailedKeys(AuditLog audit, ILogger<FailedKeys> logger) => (this.audit, this.logger) = (audit, logger);

    /// <summary>Answers 429 to a client that has failed too often; nothing it sends is looked at.</summary>
    public bool Refuse(HttpContext context)
    {
        if (attempts.GetStatistics(ClientOf(context)) is not { CurrentAvailablePermits: 0 }) return false;
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.SetRetryAfter(TimeSpan.FromSeconds(10));
        return true;
    }

    public async Task NoteAsync(HttpContext context, string what)
    {
        var client = ClientOf(context);
        using var lease = attempts.AttemptAcquire(client);
        LogRefused(client, what);
        try
        {
            if (lease.IsAcquired) await audit.WriteAsync("nobody", "key refused", client, what, context.RequestAborted);
        }
        catch (Exception problem) when (DatabaseUnavailable.Is(problem))
        {
            // It is in the log, and a database that is away must not make guessing easier.
        }
    }

    public void Dispose() => attempts.Dispose();

    // An IPv6 network is one client: its owner has more addresses than anybody can count.
    public static string ClientOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes().Take(8), .. new byte[8]]).ToString() + "/64"
            : address.ToString();
    }

    [LoggerMessage(LogLevel.Warning, "Refused {Client} at the admin port: {What}")]
    private partial void LogRefused(string client, string what);
}
