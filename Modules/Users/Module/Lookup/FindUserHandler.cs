using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Http;
using MyThoughts.Users.Contracts;
using MyThoughts.Users.Names;
using Npgsql;

namespace MyThoughts.Users.Lookup;

internal sealed class FindUserHandler([FromKeyedServices(UsersModule.Name)] NpgsqlDataSource database, Usernames usernames)
{
    private const string Select = "SELECT id, username, created_at AS creation FROM users.account WHERE username_key = @Key AND deleted_at IS NULL";

    public async Task<User?> HandleAsync(string username, CancellationToken cancellationToken)
    {
        // Not an error: nobody has such a name, and the database could not even be asked.
        if (!WellFormedText.IsStorable(username)) return null;
        var (_, key) = await usernames.NormalizeAsync(username, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<User>(new CommandDefinition(
            Select, new { Key = key }, cancellationToken: cancellationToken));
    }
}
