using Dapper;
using MyThoughts.Chassis.Database.Migrations;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Support;
using Npgsql;

namespace MyThoughts.Chassis.Tests.Database;

public sealed class ModuleRoleTests
{
    private TestDatabase database = null!;

    [OneTimeSetUp]
    public async Task SetUp()
    {
        database = await TestDatabase.CreateAsync();
        await ApplyAsync("users", ("0001_create_account.sql", "CREATE TABLE users.account (id bigserial PRIMARY KEY, name text)"));
        await ApplyAsync("thoughts", ("0001_create_thought.sql", """
            CREATE TABLE thoughts.thought (id bigserial PRIMARY KEY, text text);
            CREATE INDEX thought_text ON thoughts.thought USING gin (text extensions.gin_trgm_ops);
            """));
    }

    [OneTimeTearDown]
    public async Task TearDown() => await database.DisposeAsync();

    [Test]
    public async Task A_module_reads_and_writes_its_own_tables()
    {
        await RunAsync("thoughts", "INSERT INTO thoughts.thought (text) VALUES ('a')");
        await RunAsync("thoughts", "UPDATE thoughts.thought SET text = 'b'");
        await RunAsync("thoughts", "SELECT id, text FROM thoughts.thought WHERE text ILIKE '%b%'");
        await RunAsync("thoughts", "DELETE FROM thoughts.thought");
    }

    [TestCase("SELECT id FROM users.account")]
    [TestCase("INSERT INTO users.account (name) VALUES ('mallory')")]
    [TestCase("SELECT nextval('users.account_id_seq')")]
    [TestCase("SELECT file FROM users.migration")]
    [TestCase("CREATE TABLE thoughts.more (id int)")]
    [TestCase("CREATE TABLE public.more (id int)")]
    [TestCase("CREATE TABLE extensions.more (id int)")]
    [TestCase("CREATE SCHEMA more")]
    [TestCase("CREATE DATABASE more")]
    [TestCase("CREATE ROLE more")]
    [TestCase("ALTER TABLE thoughts.thought ADD more int")]
    [TestCase("DROP TABLE thoughts.thought")]
    [TestCase("TRUNCATE thoughts.thought")]
    [TestCase("INSERT INTO thoughts.migration (number, file, checksum) VALUES (2, 'x', 'x')")]
    [TestCase("DELETE FROM thoughts.migration")]
    [TestCase("SET ROLE administrator")]
    [TestCase("SELECT rolpassword FROM pg_authid")]
    public async Task A_module_can_do_nothing_else(string sql)
    {
        var run = () => RunAsync("thoughts", sql);
        // 42501 is the refusal itself; a table that it may not own answers with the same state.
        (await run.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Test]
    public async Task A_module_cannot_connect_to_a_database_in_which_it_has_no_schema()
    {
        await using var other = await TestDatabase.CreateAsync();
        await MigrationRunner.ApplyAsync(TestModule.Schema(other, "users"), new(other.Administrator), CancellationToken.None);
        await using var connection = new NpgsqlConnection(other.ConnectionString("thoughts"));
        var open = () => connection.OpenAsync();
        (await open.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Test]
    public async Task A_migration_may_take_a_right_away_for_good()
    {
        (string, string)[] files = [("0001_create_log.sql", "CREATE TABLE search.log (id int)"), ("0002_append_only.sql", "REVOKE UPDATE, DELETE ON search.log FROM search")];
        await ApplyAsync("search", files);
        await ApplyAsync("search", files);
        await RunAsync("search", "INSERT INTO search.log (id) VALUES (1)");
        var delete = () => RunAsync("search", "DELETE FROM search.log");
        await delete.Should().ThrowAsync<PostgresException>();
    }

    [Test]
    public async Task A_new_password_in_the_connection_string_becomes_the_roles_password()
    {
        // A role of this test alone: the others belong to every test that runs now.
        var name = $"test_role_{Guid.NewGuid():N}";
        var schema = TestModule.Schema(database, "search");
        foreach (var password in new[] { "first", "sécond'; --" })
        {
            var login = new NpgsqlConnectionStringBuilder(database.ConnectionString("search")) { Username = name, Password = password, Pooling = false };
            await MigrationRunner.ApplyAsync(schema with { Login = login, Schema = name }, new(database.Administrator), CancellationToken.None);
            await using var connection = new NpgsqlConnection(login.ConnectionString);
            await connection.OpenAsync();
        }

        await using var administrator = new NpgsqlConnection(database.Administrator);
        await administrator.ExecuteAsync($"DROP OWNED BY {name}; DROP ROLE {name}");
    }

    [Test]
    public async Task A_module_that_logs_in_as_administrator_is_refused()
    {
        var schema = TestModule.Schema(database, "users") with { Login = new(database.Administrator) };
        var run = () => MigrationRunner.ApplyAsync(schema, new(database.Administrator), CancellationToken.None);
        (await run.Should().ThrowAsync<SettingException>()).WithMessage("*ConnectionStrings:users*role of its own*");
    }

    private async Task RunAsync(string module, string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString(module));
        await connection.ExecuteAsync(sql);
    }

    private async Task ApplyAsync(string module, params (string File, string Sql)[] files) =>
        await MigrationRunner.ApplyAsync(TestModule.Schema(database, module, files), new(database.Administrator), CancellationToken.None);
}
