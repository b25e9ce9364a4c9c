using System.Net;
using MyThoughts.Gateway.Tests.Hosts;
using MyThoughts.Support;
using Npgsql;

namespace MyThoughts.Gateway.Tests.Pages;

/// <summary>What people see while the gateway's database takes nobody in.</summary>
internal sealed class DatabaseAwayPageTests
{
    [Test]
    public async Task One_can_log_in_and_look_nothing_is_changed_what_was_typed_is_kept_and_then_it_works()
    {
        await using var monolith = await Backend.StartAsync("monolith");
        await using var database = await TestDatabase.CreateAsync(Registration.Schema);
        await using var gateway = await RunningGateway.StartAsync(monolith, search: null, $"--ConnectionStrings:gateway={database.ConnectionString("gateway")}");
        using var someone = new OperatorBrowser(gateway.Addresses.Internal, "192.0.2.1");

        await CloseAsync(database);
        await Eventually.HoldsAsync(() => gateway.Log.Lines.Any(line => line.Message.Contains("does not answer", StringComparison.Ordinal)), "the gateway has noticed");
        (await someone.LogInAsync(gateway.Api.Key)).Location.Should().Be("/admin/");
        (await someone.GetAsync("/admin/")).Text.Should().Contain("nothing can be changed. Traffic goes on by version 1.");
        (await someone.GetAsync("/admin/routes/search")).Text.Should().Contain("It is in the database, which does not answer at the moment.");
        var history = await someone.GetAsync("/admin/history");
        (history.Status, history.Title).Should().Be((HttpStatusCode.ServiceUnavailable, "The gateway’s database does not answer - Gateway - MyThoughts"));

        var away = await someone.GetAsync("/admin/change?Route=search&Weight=10&Reason=my+reason&Version=1");
        away.Status.Should().Be(HttpStatusCode.ServiceUnavailable);
        away.Form("Try again").Fields.Should().Contain([("Weight", "10"), ("Reason", "my reason"), ("Version", "1")]);

        await OpenAsync(database);
        await Eventually.HoldsAsync(async () => !(await someone.GetAsync("/admin/")).Text.Contains("database away", StringComparison.Ordinal), "the gateway follows again");
        var preview = await someone.SubmitAsync(away, "Try again");
        (await someone.SubmitAsync(preview, "Apply")).Location.Should().Be("/admin/routes/search?made=2");
    }

    // Nobody new is let in, and who is there is put out: that looks like a server that has gone, in milliseconds.
    private static Task CloseAsync(TestDatabase database) => ExecuteAsync(database, """
        DO $$ BEGIN EXECUTE format('ALTER DATABASE %I CONNECTION LIMIT 0', current_database()); END $$;
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();
        """);

    private static Task OpenAsync(TestDatabase database) => ExecuteAsync(database, "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I CONNECTION LIMIT -1', current_database()); END $$");

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.Administrator);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
