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
            using var response = await host.GetAsync("/count");
            (await response.Content.ReadAsStringAsync()).Should().Be("2");
            await host.DisposeAsync();
        }
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
        using var response = await host.GetAsync("/count");
        (await response.Content.ReadAsStringAsync()).Should().Be("0", "demo data belong to Development");
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
        var ended = async () => await Task.Delay(TimeSpan.FromSeconds(15), host.Stopping);
        await ended.Should().ThrowAsync<OperationCanceledException>();
        host.Readiness.Failure.Should().Contain("0001_create_thought.sql").And.Contain("edited");
    }

    private static async Task ChangeHistoryAsync(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.Administrator);
        await connection.ExecuteAsync(sql);
    }
}
