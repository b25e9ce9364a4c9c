using System.Data;
using System.Net.Sockets;
using Dapper;
using MyThoughts.BoundaryCheck.Rules;
using MyThoughts.BoundaryCheck.Solution;
using Npgsql;

namespace MyThoughts.BoundaryCheck.Catalog;

/// <summary>Reads what crosses schemas from PostgreSQL's catalog, and changes nothing.</summary>
internal static class CatalogReader
{
    private const string What = "foreign keys, views, triggers, functions, search paths and rights in the database";

    /// <param name="connectionString">The database; null when nobody has named one.</param>
    /// <param name="map">The schemas and roles that matter.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<CatalogReading> ReadAsync(string? connectionString, SolutionMap map, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(connectionString)) return Nothing("no connection string was given");
        if (Parse(connectionString) is not { } settings) return Nothing("what was given is no connection string of PostgreSQL's, such as Host=localhost;Database=shop;Username=me");
        var where = $"{settings.Host}:{settings.Port}/{settings.Database}";
        try
        {
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            return await ReadAsync(connection, where, map, cancellationToken);
        }
        // Npgsql's own messages name hosts and roles, and the server's never the password; but what a driver says is not ours to promise.
        catch (PostgresException problem)
        {
            return Nothing(problem.SqlState == PostgresErrorCodes.InsufficientPrivilege
                ? $"the role may not read the catalog of {where} ({problem.SqlState}): give it that right, or name another role"
                : $"{where} refused with {problem.SqlState}: look at its log, or name another database");
        }
        catch (Exception problem) when (problem is NpgsqlException or SocketException or TimeoutException or InvalidOperationException)
        {
            return Nothing($"{where} can't be reached: start it, or name another database");
        }
    }

    private static NpgsqlConnectionStringBuilder? Parse(string connectionString)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 15 };
            settings.Timeout = Math.Clamp(settings.Timeout, 1, 10);
            return string.IsNullOrEmpty(settings.Host) ? null : settings;
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static async Task<CatalogReading> ReadAsync(NpgsqlConnection connection, string where, SolutionMap map, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "SET TRANSACTION READ ONLY; SET LOCAL statement_timeout = '10s'; SET LOCAL search_path = ''", cancellationToken: cancellationToken));
        var names = new { Schemas = map.Schemas.Select(schema => schema.Schema).Distinct().ToArray(), Roles = map.Schemas.Select(schema => schema.Role).Distinct().ToArray() };

        async Task<IReadOnlyList<T>> Query<T>(string sql) => [.. await connection.QueryAsync<T>(new CommandDefinition(sql, names, cancellationToken: cancellationToken))];

        var catalog = new DatabaseCatalog(
            await Query<CatalogDependency>(CatalogSql.Dependencies), await Query<CatalogFunction>(CatalogSql.Functions),
            await Query<CatalogSetting>(CatalogSql.Settings), await Query<CatalogRight>(CatalogSql.Rights), await Query<CatalogRole>(CatalogSql.Roles));
        return new(catalog,
        [
            .. (await Query<string>(CatalogSql.MissingSchemas)).Select(schema =>
                new NotChecked($"the schema {schema} in the database", $"{where} has no such schema: migrate it, or name another database", CatalogRules.Ids)),
            .. (await Query<string>(CatalogSql.MissingRoles)).Select(role =>
                new NotChecked($"the rights of the role {role} in the database", $"the server of {where} has no such role: migrate, or correct the map", CatalogRules.RightIds)),
        ]);
    }

    private static CatalogReading Nothing(string why) => new(null, [new(What, why, CatalogRules.Ids)]);
}

/// <summary>What was read, and what could not be.</summary>
internal sealed record CatalogReading(DatabaseCatalog? Catalog, IReadOnlyList<NotChecked> NotChecked);
