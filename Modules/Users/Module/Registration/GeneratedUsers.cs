using Dapper;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Chassis.Seeding;
using MyThoughts.Users.Contracts;
using Npgsql;
using NpgsqlTypes;

namespace MyThoughts.Users.Registration;

/// <summary>The people of the generated data. All have the password of the demo users, hashed once: each by itself would take hours.</summary>
internal sealed class GeneratedUsers(
    IServiceProvider services, [FromKeyedServices(UsersModule.Name)] NpgsqlDataSource database, IPasswordHasher<string> hasher) : IBulkSeed
{
    private const int NamesAtATime = 20_000;

    private const string Copy = "COPY users.account (username, username_key, password_hash, created_at) FROM STDIN (FORMAT BINARY)";

    private const string Known = "SELECT username_key FROM users.account WHERE username_key = ANY(@Keys)";

    public async Task<int> MissingAsync(SeedSize size, CancellationToken cancellationToken)
    {
        var missing = 0;
        await foreach (var _ in NewAsync(size, cancellationToken)) missing++;
        return missing;
    }

    public async Task WriteAsync(SeedSize size, int missing, Action<long> written, CancellationToken cancellationToken)
    {
        await DemoUsers.SeedAsync(services, cancellationToken);
        var hash = hasher.HashPassword("", DemoUsers.Password);
        var copy = new BulkCopy<Account>(database, Copy, (import, account) =>
        {
            import.Write(account.Name, NpgsqlDbType.Text);
            import.Write(account.Key, NpgsqlDbType.Text);
            import.Write(hash, NpgsqlDbType.Text);
            import.Write(account.CreatedAt, NpgsqlDbType.TimestampTz);
        });
        await copy.WriteAsync(await NewAsync(size, cancellationToken).ToListAsync(cancellationToken), written, cancellationToken);
    }

    // Those who are there already were written by the same seed, or have taken the name themselves; either way they stay as they are.
    private async IAsyncEnumerable<Account> NewAsync(SeedSize size, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var some in All(size).Chunk(NamesAtATime))
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var known = (await connection.QueryAsync<string>(new CommandDefinition(
                Known, new { Keys = some.Select(account => account.Key).ToArray() }, cancellationToken: cancellationToken))).ToHashSet();
            foreach (var account in some.Where(account => !known.Contains(account.Key))) yield return account;
        }
    }

    // The names are in normalization form C already, and so are they in lower case.
    private static IEnumerable<Account> All(SeedSize size)
    {
        var (names, calendar) = (new SeedNames(size.Seed), new SeedCalendar(size));
        for (var user = 0; user < size.Users; user++)
        {
            var name = names.NameOf(user);
            yield return new(name, UsernameCase.Fold(name), calendar.RegistrationOf(user));
        }
    }

    private sealed record Account(string Name, string Key, DateTime CreatedAt);
}
