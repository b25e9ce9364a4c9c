using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Http;
using Npgsql;

namespace MyThoughts.Chassis.Feeds.Following;

/// <summary>Tells a change that cannot be applied from a day on which nothing can.</summary>
internal static class Blame
{
    // Data exceptions, broken constraints, limits of the program (an index row that is too long), errors that functions raise.
    private static readonly string[] OfTheData = ["22", "23", "54", "P0"];

    public static bool IsOnTheChange(Exception exception) => exception switch
    {
        PostgresException refused => Array.Exists(OfTheData, kind => refused.SqlState.StartsWith(kind, StringComparison.Ordinal)),
        OperationCanceledException or NpgsqlException or NeighbourUnavailableException or HttpRequestException => false,
        _ => !DatabaseUnavailable.Is(exception),
    };
}
