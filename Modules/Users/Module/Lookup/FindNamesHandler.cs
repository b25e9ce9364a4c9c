using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Users.Contracts;
using MyThoughts.Users.Names;
using Npgsql;

namespace MyThoughts.Users.Lookup;

internal sealed class FindNamesHandler([FromKeyedServices(UsersModule.Name)] NpgsqlDataSource database)
{
    private const string Select = """
        SELECT asked.name AS Name, account.username AS Username
        FROM unnest(@Names, @Folded) AS asked (name, folded)
        JOIN users.account ON account.username_key = normalize(asked.folded, NFC)
        WHERE account.deleted_at IS NULL
        """;

    public async Task<IReadOnlyList<KnownName>> HandleAsync(FindNames query, CancellationToken cancellationToken)
    {
        // Not an error: nobody has such a name, and the database could not even be asked.
        string[] names = [.. query.Names.Take(FindNames.Most).Where(Usernames.CanBeAsked).Distinct()];
        if (names.Length == 0) return [];
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var known = await connection.QueryAsync<KnownName>(new CommandDefinition(
            Select, new { Names = names, Folded = Array.ConvertAll(names, UsernameCase.Fold) }, cancellationToken: cancellationToken));
        return known.AsList();
    }
}
