using System.Net.Sockets;
using Npgsql;

namespace MyThoughts.Chassis.Database;

/// <summary>Tells a database that is away from a statement that is wrong.</summary>
public static class DatabaseUnavailable
{
    /// <summary>Whether an exception means that PostgreSQL is unreachable, starting, stopping, or has no connection to spare.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <returns>True when the same request may well succeed a little later.</returns>
    public static bool Is(Exception? exception) => exception switch
    {
        null => false,
        PostgresException postgres => IsState(postgres.SqlState),
        NpgsqlException { InnerException: IOException or SocketException or TimeoutException } => true,
        _ => Is(exception.InnerException),
    };

    private static bool IsState(string state) => state
        is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
        or PostgresErrorCodes.TooManyConnections
        || state.StartsWith("08", StringComparison.Ordinal);
}
