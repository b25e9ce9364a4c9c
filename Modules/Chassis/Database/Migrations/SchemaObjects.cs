using Dapper;
using MyThoughts.Chassis.Hosting;
using Npgsql;

namespace MyThoughts.Chassis.Database.Migrations;

// What a module's schema needs before its first file: the schema, the history, extensions, and rights for the module's role alone.
internal static class SchemaObjects
{
    public static async Task EnsureAsync(NpgsqlConnection connection, ModuleSchema module, CancellationToken cancellationToken)
    {
        var (schema, role) = (Sql.Name(module.Schema), Sql.Name(module.Role));
        await RunAsync($"""
            CREATE SCHEMA IF NOT EXISTS {schema};
            CREATE TABLE IF NOT EXISTS {schema}.migration (
                number int PRIMARY KEY,
                file text NOT NULL,
                checksum text NOT NULL,
                applied_at timestamptz NOT NULL DEFAULT now());
            """);
        await EnsureExtensionsAsync();
        // Only the first time, so that a migration may take a right away again.
        if (await connection.QuerySingleAsync<bool>(new CommandDefinition(
            "SELECT has_schema_privilege(@Role, @Schema, 'USAGE')", new { module.Role, module.Schema }, cancellationToken: cancellationToken))) return;
        await RunAsync($"""
            REVOKE ALL ON SCHEMA {schema} FROM PUBLIC;
            GRANT CONNECT, TEMPORARY ON DATABASE {Sql.Name(module.Database)} TO {role};
            GRANT USAGE ON SCHEMA {schema} TO {role};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {role};
            GRANT SELECT, USAGE ON ALL SEQUENCES IN SCHEMA {schema} TO {role};
            ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role};
            ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT SELECT, USAGE ON SEQUENCES TO {role};
            REVOKE INSERT, UPDATE, DELETE ON {schema}.migration FROM {role};
            """);

        async Task EnsureExtensionsAsync()
        {
            await RunAsync("CREATE SCHEMA IF NOT EXISTS extensions; GRANT USAGE ON SCHEMA extensions TO PUBLIC;");
            try
            {
                await RunAsync("CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA extensions; CREATE EXTENSION IF NOT EXISTS btree_gin SCHEMA extensions;");
            }
            catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.UndefinedFile or PostgresErrorCodes.FeatureNotSupported)
            {
                throw new SettingException("This PostgreSQL lacks the extensions pg_trgm and btree_gin: install its contrib package (postgresql-contrib) on the server.");
            }
        }

        Task RunAsync(string sql) => connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: cancellationToken));
    }
}
