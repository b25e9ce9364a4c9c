using Dapper;
using MyThoughts.Chassis.Hosting;
using Npgsql;

namespace MyThoughts.Chassis.Database.Migrations;

// Applies a module's pending files as administrator: one transaction a file, one runner at a time.
internal static class MigrationRunner
{
    public static async Task<IReadOnlyList<string>> ApplyAsync(
        ModuleSchema module, NpgsqlConnectionStringBuilder administrator, CancellationToken cancellationToken)
    {
        try
        {
            return await ApplyAllAsync(module, administrator, cancellationToken);
        }
        catch (NpgsqlException exception) when (!DatabaseUnavailable.Is(exception))
        {
            var reason = exception is PostgresException postgres ? $"{postgres.SqlState} {postgres.MessageText}" : exception.Message;
            throw new SettingException(
                $"ConnectionStrings:{DatabaseSettings.Administrator} (or ConnectionStrings:{DatabaseSettings.OwnAdministrator(module.Module)}) "
                + $"cannot migrate {module.Module}: {reason}. Correct its password, or name a user with the right to create roles, databases and schemas.");
        }
    }

    private static async Task<IReadOnlyList<string>> ApplyAllAsync(
        ModuleSchema module, NpgsqlConnectionStringBuilder administrator, CancellationToken cancellationToken)
    {
        await ServerObjects.EnsureAsync(module, administrator, cancellationToken);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(administrator.ConnectionString) { Database = module.Database, Pooling = false });
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await InTransactionAsync(connection, () => SchemaObjects.EnsureAsync(connection, module, cancellationToken), cancellationToken);
        var applied = new List<string>();
        while (await ApplyNextAsync(connection, module, cancellationToken) is { } file) applied.Add(file);
        return applied;
    }

    // Reads the history anew under the lock each time: another runner may have been faster.
    private static async Task<string?> ApplyNextAsync(NpgsqlConnection connection, ModuleSchema module, CancellationToken cancellationToken)
    {
        Migration? next = null;
        await InTransactionAsync(connection, async () =>
        {
            var applied = await AppliedMigration.ReadAllAsync(connection, module.Schema, cancellationToken);
            var history = new MigrationHistory(module.Module, module.Files, applied);
            history.ThrowIfRewritten();
            history.ThrowIfMissing();
            if (history.Pending is not [var first, ..]) return;
            await ApplyAsync(connection, module, first, cancellationToken);
            next = first;
        }, cancellationToken);
        return next?.File;
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, ModuleSchema module, Migration migration, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = new NpgsqlCommand(migration.Sql, connection) { CommandTimeout = 0 };   // an index may take hours
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException exception) when (!DatabaseUnavailable.Is(exception))
        {
            throw new SettingException($"Migration {migration.File} of {module.Module} failed: {exception.SqlState} {exception.MessageText}.");
        }

        await connection.ExecuteAsync(new CommandDefinition(
            $"INSERT INTO {Sql.Name(module.Schema)}.migration (number, file, checksum) VALUES (@Number, @File, @Checksum)",
            new { migration.Number, migration.File, migration.Checksum }, cancellationToken: cancellationToken));
    }

    private static async Task InTransactionAsync(NpgsqlConnection connection, Func<Task> work, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // An empty search path: a file that forgets to name its schema fails instead of creating something in `public`.
        await connection.ExecuteAsync(new CommandDefinition(
            "SET LOCAL search_path = ''; SELECT pg_advisory_xact_lock(hashtextextended('mythoughts migrations', 0))",
            commandTimeout: 0, cancellationToken: cancellationToken));
        await work();
        await transaction.CommitAsync(cancellationToken);
    }
}
