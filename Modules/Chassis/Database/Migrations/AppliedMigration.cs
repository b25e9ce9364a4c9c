using Dapper;
using Npgsql;

namespace MyThoughts.Chassis.Database.Migrations;

// A row of <schema>.migration.
internal sealed record AppliedMigration(int Number, string File, string Checksum)
{
    public static async Task<IReadOnlyList<AppliedMigration>> ReadAllAsync(
        NpgsqlConnection connection, string schema, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<AppliedMigration>(new CommandDefinition(
            $"SELECT number, file, checksum FROM {Sql.Name(schema)}.migration ORDER BY number", cancellationToken: cancellationToken))];
}
