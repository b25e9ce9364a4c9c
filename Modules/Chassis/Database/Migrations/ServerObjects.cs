using Dapper;
using MyThoughts.Chassis.Hosting;
using Npgsql;

namespace MyThoughts.Chassis.Database.Migrations;

// What belongs to the whole server rather than to one database: the module's login role and the database itself.
internal static class ServerObjects
{
    public static async Task EnsureAsync(ModuleSchema module, NpgsqlConnectionStringBuilder administrator, CancellationToken cancellationToken)
    {
        if (module.Role == administrator.Username) throw new SettingException(
            $"ConnectionStrings:{module.Module} logs in as the administrator {module.Role}: give the module a role of its own.");

        // Unpooled: CREATE DATABASE runs in no transaction, so the lock is one of the session and ends with it.
        var server = new NpgsqlConnectionStringBuilder(administrator.ConnectionString) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await RunAsync("SELECT pg_advisory_lock(hashtextextended('mythoughts server objects', 0))");
        await EnsureRoleAsync();
        await EnsureDatabaseAsync();

        async Task EnsureRoleAsync()
        {
            var verifier = Sql.Literal(ScramVerifier.Of(module.Login.Password ?? ""));
            if (!await ExistsAsync("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = @Name)", module.Role))
            {
                await RunAsync($"""
                    CREATE ROLE {Sql.Name(module.Role)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD {verifier}
                    """);
            }
            else if (await IsRefusedAsync(module.Login, cancellationToken))
            {
                await RunAsync($"ALTER ROLE {Sql.Name(module.Role)} PASSWORD {verifier}");
            }
        }

        async Task EnsureDatabaseAsync()
        {
            if (await ExistsAsync("SELECT EXISTS (SELECT FROM pg_database WHERE datname = @Name)", module.Database)) return;
            await RunAsync($"CREATE DATABASE {Sql.Name(module.Database)}");
            await RunAsync($"REVOKE ALL ON DATABASE {Sql.Name(module.Database)} FROM PUBLIC");
        }

        Task RunAsync(string sql) => connection.ExecuteAsync(new CommandDefinition(sql, commandTimeout: 0, cancellationToken: cancellationToken));

        Task<bool> ExistsAsync(string sql, string name) =>
            connection.QuerySingleAsync<bool>(new CommandDefinition(sql, new { Name = name }, cancellationToken: cancellationToken));
    }

    // The only way to compare a password: the server keeps a hash, and not every administrator may read it.
    private static async Task<bool> IsRefusedAsync(NpgsqlConnectionStringBuilder login, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(login.ConnectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return false;
        }
        catch (NpgsqlException exception)
        {
            // Without a password in the string, Npgsql gives up by itself when the server asks for one.
            return exception.SqlState is PostgresErrorCodes.InvalidPassword || string.IsNullOrEmpty(login.Password);
        }
    }
}
