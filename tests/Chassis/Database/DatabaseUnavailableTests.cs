using Dapper;
using MyThoughts.Chassis.Database;
using MyThoughts.Support;
using Npgsql;

namespace MyThoughts.Chassis.Tests.Database;

public sealed class DatabaseUnavailableTests
{
    private TestDatabase database = null!;
    private NpgsqlConnectionStringBuilder login = null!;

    [OneTimeSetUp]
    public async Task SetUp()
    {
        database = await TestDatabase.CreateAsync(TestHost.Module);
        login = new(database.ConnectionString("thoughts")) { Timeout = 1, MaxPoolSize = 1, CommandTimeout = 1 };
    }

    [OneTimeTearDown]
    public async Task TearDown() => await database.DisposeAsync();

    [Test]
    public async Task Nobody_listens() => await AssertAsync(true, new(login.ConnectionString) { Port = 1 }, "SELECT 1");

    [Test]
    public async Task The_pool_is_exhausted()
    {
        await using var source = NpgsqlDataSource.Create(login);
        await using var only = await source.OpenConnectionAsync();
        DatabaseUnavailable.Is(await ExceptionOfAsync(source, "SELECT 1")).Should().BeTrue();
    }

    [Test]
    public async Task A_statement_takes_too_long() => await AssertAsync(true, login, "SELECT pg_sleep(5)");

    [Test]
    public async Task The_administrator_ends_the_session() => await AssertAsync(true, login, "SELECT pg_terminate_backend(pg_backend_pid())");

    [TestCase("SELECT 1/0"), TestCase("SELEC"), TestCase("SELECT * FROM nothing")]
    public async Task A_wrong_statement_is_something_else(string sql) => await AssertAsync(false, login, sql);

    [Test]
    public async Task A_wrong_password_is_something_else() => await AssertAsync(false, new(login.ConnectionString) { Password = "guess" }, "SELECT 1");

    [Test]
    public void Other_exceptions_are_something_else_and_wrapped_ones_count()
    {
        DatabaseUnavailable.Is(new InvalidOperationException()).Should().BeFalse();
        DatabaseUnavailable.Is(new TimeoutException()).Should().BeFalse("it may be a neighbour's");
        DatabaseUnavailable.Is(new InvalidOperationException("", new NpgsqlException("", new IOException()))).Should().BeTrue();
    }

    private static async Task AssertAsync(bool unavailable, NpgsqlConnectionStringBuilder login, string sql)
    {
        await using var source = NpgsqlDataSource.Create(login);
        var exception = await ExceptionOfAsync(source, sql);
        DatabaseUnavailable.Is(exception).Should().Be(unavailable, "it was {0}", exception.Message);
    }

    private static async Task<Exception> ExceptionOfAsync(NpgsqlDataSource source, string sql)
    {
        var run = async () =>
        {
            await using var connection = await source.OpenConnectionAsync();
            await connection.ExecuteAsync(sql);
        };
        return (await run.Should().ThrowAsync<Exception>()).Which;
    }
}
