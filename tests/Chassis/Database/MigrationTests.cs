using Dapper;
using MyThoughts.Chassis.Database.Migrations;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Support;
using Npgsql;

namespace MyThoughts.Chassis.Tests.Database;

public sealed class MigrationTests
{
    private static readonly (string File, string Sql) First = ("0001_create_thought.sql", "CREATE TABLE thoughts.thought (id bigserial PRIMARY KEY, text text NOT NULL)");
    private static readonly (string File, string Sql) Second = ("0002_add_author.sql", "ALTER TABLE thoughts.thought ADD author text");

    private TestDatabase database = null!;

    [SetUp]
    public async Task SetUp() => database = await TestDatabase.CreateAsync();

    [TearDown]
    public async Task TearDown() => await database.DisposeAsync();

    [Test]
    public async Task Files_are_applied_once_and_in_order()
    {
        (await ApplyAsync(First)).Should().Equal(First.File);
        (await ApplyAsync(First, Second)).Should().Equal(Second.File);
        (await ApplyAsync(First, Second)).Should().BeEmpty();
    }

    [Test]
    public async Task Hosts_that_start_together_apply_each_file_once()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ApplyAsync(First, Second)));
        runs.SelectMany(applied => applied).Should().BeEquivalentTo([First.File, Second.File]);
    }

    [Test]
    public async Task An_edited_file_stops_the_run_with_its_name()
    {
        await ApplyAsync(First, Second);
        var run = () => ApplyAsync(First with { Sql = First.Sql + " " }, Second);
        (await run.Should().ThrowAsync<SettingException>()).WithMessage($"*{First.File}*edited*");
    }

    [Test]
    public async Task Line_ends_are_no_edit()
    {
        await ApplyAsync(("0001_two_lines.sql", "SELECT 1;\nSELECT 2;"));
        (await ApplyAsync(("0001_two_lines.sql", "SELECT 1;\r\nSELECT 2;"))).Should().BeEmpty();
    }

    [Test]
    public async Task A_missing_or_renamed_file_stops_the_run_with_its_name()
    {
        await ApplyAsync(First, Second);
        var missing = () => ApplyAsync(First);
        (await missing.Should().ThrowAsync<SettingException>()).WithMessage($"*{Second.File}*");
        var renamed = () => ApplyAsync(First, ("0002_something_else.sql", Second.Sql));
        (await renamed.Should().ThrowAsync<SettingException>()).WithMessage($"*{Second.File}*");
    }

    [Test]
    public void Numbers_that_repeat_or_skip_stop_the_run()
    {
        Action twice = () => TestModule.Schema(database, "thoughts", First, ("0001_again.sql", ""));
        twice.Should().Throw<SettingException>().WithMessage($"*0001_again.sql*{First.File}*");
        Action skipped = () => TestModule.Schema(database, "thoughts", First, ("0003_later.sql", ""));
        skipped.Should().Throw<SettingException>().WithMessage("*0002*0003_later.sql*");
    }

    [TestCase("1_create.sql"), TestCase("0001-create.sql"), TestCase("create.sql")]
    public void A_name_without_number_stops_the_run(string file)
    {
        Action parse = () => Migration.Parse(file, "");
        parse.Should().Throw<SettingException>().WithMessage($"{file}*");
    }

    [Test]
    public async Task A_file_that_fails_leaves_nothing_of_itself_and_keeps_those_before_it()
    {
        var run = () => ApplyAsync(First, ("0002_wrong.sql", "CREATE TABLE thoughts.half (id int); SELECT 1/0"));
        (await run.Should().ThrowAsync<SettingException>()).WithMessage("*0002_wrong.sql*division by zero*");
        await using var connection = new NpgsqlConnection(database.Administrator);
        (await connection.QueryAsync<string>("SELECT tablename FROM pg_tables WHERE schemaname = 'thoughts'"))
            .Should().BeEquivalentTo("migration", "thought");
    }

    [Test]
    public async Task A_file_that_does_not_name_its_schema_fails()
    {
        var run = () => ApplyAsync(("0001_stray.sql", "CREATE TABLE stray (id int)"));
        (await run.Should().ThrowAsync<SettingException>()).WithMessage("*0001_stray.sql*no schema has been selected*");
    }

    [Test]
    public async Task An_administrator_without_rights_is_named_with_the_reason()
    {
        await ApplyAsync(First);
        var run = () => MigrationRunner.ApplyAsync(TestModule.Schema(database, "users"), new(database.ConnectionString("thoughts")), CancellationToken.None);
        (await run.Should().ThrowAsync<SettingException>()).WithMessage("ConnectionStrings:administrator*users*42501*");
    }

    private async Task<IReadOnlyList<string>> ApplyAsync(params (string File, string Sql)[] files) =>
        await MigrationRunner.ApplyAsync(TestModule.Schema(database, "thoughts", files), new(database.Administrator), CancellationToken.None);
}
