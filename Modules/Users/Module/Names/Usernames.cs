using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Http;
using MyThoughts.Users.Contracts;
using Npgsql;

namespace MyThoughts.Users.Names;

/// <summary>Brings names into the forms that are stored and compared.</summary>
internal sealed class Usernames([FromKeyedServices(UsersModule.Name)] NpgsqlDataSource database)
{
    public const int MostCodePoints = 50;

    // Normalization makes four code points of one at most, and one of several hardly ever of more.
    private const int MostBeforeNormalization = 4 * MostCodePoints;

    // PostgreSQL normalizes, because .NET leaves that to a library of the system (ICU), without which our hosts run.
    private const string Normalize = "SELECT normalize(@Name, NFC) AS shown, normalize(@Folded, NFC) AS key";

    /// <summary>Normalizes a name. One that cannot be a name comes back as it is, for validation to refuse.</summary>
    public async ValueTask<Username> NormalizeAsync(string name, CancellationToken cancellationToken)
    {
        if (!CanBeAsked(name)) return new(name, name);
        var folded = UsernameCase.Fold(name);
        if (Ascii.IsValid(name)) return new(name, folded);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<Username>(new CommandDefinition(
            Normalize, new { Name = name, Folded = folded }, cancellationToken: cancellationToken));
    }

    /// <summary>Whether the database can be asked to normalize it: it can store it, and it is not far too long.</summary>
    public static bool CanBeAsked(string name) => WellFormedText.IsStorable(name) && WellFormedText.CodePoints(name) <= MostBeforeNormalization;
}
