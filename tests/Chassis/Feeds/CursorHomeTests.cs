using Dapper;
using MyThoughts.Chassis.Database.Migrations;
using MyThoughts.Chassis.Feeds.Following;
using MyThoughts.Chassis.Tests.Database;
using MyThoughts.Support;
using Npgsql;

namespace MyThoughts.Chassis.Tests.Feeds;

public sealed class CursorHomeTests
{
    [Test]
    public async Task A_database_has_one_name_whoever_asks_and_another_has_another()
    {
        await using var one = await MakeAsync();
        await using var other = await MakeAsync();
        (await NameOfAsync(one)).Should().MatchRegex("^[0-9a-f]{8}$").And.Be(await NameOfAsync(one)).And.NotBe(await NameOfAsync(other));
    }

    [Test]
    public async Task Where_PostgreSQL_does_not_tell_there_is_none_and_the_reader_goes_on()
    {
        await using var database = await MakeAsync();
        await using var administrator = new NpgsqlConnection(database.Administrator + ";Pooling=false");
        await administrator.ExecuteAsync("REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC");
        (await NameOfAsync(database)).Should().BeEmpty();
    }

    private static async Task<TestDatabase> MakeAsync()
    {
        var database = await TestDatabase.CreateAsync();
        await MigrationRunner.ApplyAsync(TestModule.Schema(database, "search", ("0001_nothing.sql", "SELECT 1")), new(database.Administrator), CancellationToken.None);
        return database;
    }

    private static async Task<string> NameOfAsync(TestDatabase database)
    {
        await using var source = database.DataSource("search");
        return await new CursorHome(source).FindAsync(CancellationToken.None);
    }
}
