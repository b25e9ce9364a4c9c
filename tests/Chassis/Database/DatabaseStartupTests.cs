using Dapper;
using MyThoughts.Support;
using Npgsql;

namespace MyThoughts.Chassis.Tests.Database;

public sealed class DatabaseStartupTests
{
    [Test]
    public async Task In_Development_hosts_migrate_together_and_seed_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var hosts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TestHost.StartAsync(database, "Development")));
        foreach (var host in hosts)
        {
            await host.UntilAsync("/health/ready", 200);
            (await CountAsync(host)).Should().Be("2");
            await host.DisposeAsync();
        }
    }

    [Test]
    public async Task In_Development_a_database_that_was_migrated_but_not_seeded_is_seeded_once()
    {
        await using var database = await TestDatabase.CreateAsync(TestHost.Module);
        for (var start = 0; start < 2; start++)
        {
            await using var host = await TestHost.StartAsync(database, "Development");
            await host.UntilAsync("/health/ready", 200);
            (await CountAsync(host)).Should().Be("2");
        }
    }

    [Test]
    public async Task A_database_that_is_away_while_it_is_seeded_is_waited_for()
    {
        var failures = 2;
        var module = TestHost.Module with
        {
            SeedAsync = (services, cancellationToken) => failures-- > 0
                ? throw new NpgsqlException("away", new IOException())
                : TestHost.Module.SeedAsync(services, cancellationToken),
        };
        await using var database = await TestDatabase.CreateAsync();
        await using var host = await TestHost.StartAsync(database.Settings(), "Development", module);
        await host.UntilAsync("/health/ready", 200);
        (await CountAsync(host)).Should().Be("2");
    }

    [Test]
    public async Task A_wrong_administrator_ends_the_host_with_its_setting()
    {
        await using var database = await TestDatabase.CreateAsync();
        var wrong = new NpgsqlConnectionStringBuilder(database.Administrator) { Password = "guess" }.ConnectionString;
        await using var host = await TestHost.StartAsync(With(database, "administrator", wrong), "Development", TestHost.Module);
        await ShouldEndAsync(host);
        host.Readiness.Failure.Should().Contain("ConnectionStrings:administrator").And.Contain("28P01").And.NotContain("guess");
    }

    [TestCase("guess"), TestCase(null)]
    public async Task In_Production_a_wrong_password_of_a_module_is_named_beside_the_missing_migrations(string? password)
    {
        await using var database = await TestDatabase.CreateAsync(TestHost.Module);
        var wrong = new NpgsqlConnectionStringBuilder(database.ConnectionString("thoughts")) { Password = password }.ConnectionString;
        await using var host = await TestHost.StartAsync(With(database, "thoughts", wrong), "Production", TestHost.Module);
        await Task.Delay(TimeSpan.FromSeconds(1));
        var check = await host.Readiness.CheckHealthAsync(new(), CancellationToken.None);
        check.Description.Should().Contain("migrate").And.Contain("ConnectionStrings:thoughts").And.NotContain("guess");
    }

    [Test]
    public async Task In_Production_a_host_waits_for_the_migrations_and_says_so()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var host = await TestHost.StartAsync(database, "Production");
        using (var early = await host.GetAsync("/count"))
        {
            ((int)early.StatusCode).Should().Be(503);
            early.Headers.RetryAfter!.Delta.Should().BePositive();
        }

        (await host.UntilAsync("/health/live", 200)).Should().BeLessThan(TimeSpan.FromSeconds(5));
        using (var ready = await host.GetAsync("/health/ready")) ((int)ready.StatusCode).Should().Be(503);
        await database.MigrateAsync(TestHost.Module);
        (await host.UntilAsync("/health/ready", 200)).Should().BeLessThan(TimeSpan.FromSeconds(5));
        (await CountAsync(host)).Should().Be("0", "demo data belong to Development");
    }

    [Test]
    public async Task A_schema_that_a_newer_version_migrated_is_served()
    {
        await using var database = await TestDatabase.CreateAsync(TestHost.Module);
        await ChangeHistoryAsync(database, "INSERT INTO thoughts.migration (number, file, checksum) VALUES (2, '0002_newer.sql', 'x')");
        await using var host = await TestHost.StartAsync(database, "Production");
        (await host.UntilAsync("/count", 200)).Should().BeLessThan(TimeSpan.FromSeconds(5));
    }

    [TestCase("Development"), TestCase("Production")]
    public async Task An_edited_file_ends_the_host_with_its_name(string environment)
    {
        await using var database = await TestDatabase.CreateAsync(TestHost.Module);
        await ChangeHistoryAsync(database, "UPDATE thoughts.migration SET checksum = 'of another text'");
        await using var host = await TestHost.StartAsync(database, environment);
        await ShouldEndAsync(host);
        host.Readiness.Failure.Should().Contain("0001_create_thought.sql").And.Contain("edited");
    }

    private static async Task<string> CountAsync(TestHost host)
    {
        using var response = await host.GetAsync("/count");
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task ShouldEndAsync(TestHost host)
    {
        var ended = async () => await Task.Delay(TimeSpan.FromSeconds(15), host.Stopping);
        await ended.Should().ThrowAsync<OperationCanceledException>();
    }

    private static Dictionary<string, string?> With(TestDatabase database, string login, string connectionString) =>
        new(database.Settings()) { [$"ConnectionStrings:{login}"] = connectionString };

    private static async Task ChangeHistoryAsync(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.Administrator);
        await connection.ExecuteAsync(sql);
    }
}
