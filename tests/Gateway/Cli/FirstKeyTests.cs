using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.Gateway.Cli;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.Cli;

internal sealed class FirstKeyTests
{
    [Test]
    public async Task The_first_key_is_made_in_the_database_and_counts_as_soon_as_a_gateway_runs()
    {
        await using var database = await TestDatabase.CreateAsync(Registration.Schema);

        var made = (await CreateAsync(database, "first")).ShouldBeDone();

        made.Lines[0].Should().Contain("for first, an operator");
        made.Lines[1].Should().MatchRegex("^mt_[0-9a-f]{8}_[0-9a-f]{64}$");
        await using var source = database.DataSource("gateway");
        await using var command = source.CreateCommand("SELECT string_agg(actor || ': ' || detail, '') FROM gateway.audit");
        (await command.ExecuteScalarAsync())!.ToString().Should().Contain($"{Environment.UserName} on {Environment.MachineName}: ").And.Contain("operator first");
    }

    [Test]
    public async Task A_second_one_takes_force()
    {
        await using var database = await TestDatabase.CreateAsync(Registration.Schema);
        await CreateAsync(database, "first");

        (await CreateAsync(database, "second")).Should(ExitCode.Refused).Error.Should().Contain("in force already").And.Contain("--force");
        (await CreateAsync(database, "second", "--force")).ShouldBeDone();
    }

    [Test]
    public async Task Of_two_first_keys_at_once_there_is_one()
    {
        await using var database = await TestDatabase.CreateAsync(Registration.Schema);

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => CreateAsync(database, $"first-{n}")));

        made.Count(ran => ran.Code == (int)ExitCode.Done).Should().Be(1);
        made.Count(ran => ran.Code == (int)ExitCode.Refused).Should().Be(3);
    }

    [Test]
    public async Task A_running_gateway_takes_it_at_once()
    {
        var login = TheGateway.Running.Services.GetRequiredService<IConfiguration>().GetConnectionString("gateway");

        var made = (await new CommandLine().RunAsync("keys", "create", "another", "--first", "--force", "--json", $"--ConnectionStrings:gateway={login}")).ShouldBeDone();

        var another = TheGateway.Operator.With(("GATEWAY_KEY", made.Json["key"]!.ToString()));
        await Eventually.HoldsAsync(async () => (await another.RunAsync("routes")).Code == 0, "the gateway has heard of the key");
    }

    [Test]
    public async Task Without_tables_it_says_to_migrate()
    {
        await using var database = await TestDatabase.CreateAsync();

        var refused = await CreateAsync(database, "first");

        refused.Code.Should().BeOneOf((int)ExitCode.Refused, (int)ExitCode.NoAccess);
        refused.Error.Should().Contain("migrate").And.NotContain("   at ");
    }

    [Test]
    public async Task A_database_that_is_away_is_told_from_a_refusal()
    {
        var away = await new CommandLine().RunAsync("keys", "create", "first", "--first", "--ConnectionStrings:gateway=Host=127.0.0.1;Port=9;Database=mythoughts;Username=gateway;Password=hunter2");

        away.Should(ExitCode.Away).Error.Should().Contain("ConnectionStrings:gateway").And.NotContain("hunter2");
    }

    [TestCase("--ConnectionStrings:gateway=nonsense", ExitCode.Refused), TestCase("--platypus", ExitCode.WrongUsage), TestCase("--role=viewer", ExitCode.WrongUsage)]
    public async Task What_is_wrong_with_a_setting_is_said(string setting, ExitCode code) =>
        (await new CommandLine().RunAsync("keys", "create", "first", "--first", setting)).Should(code);

    [Test]
    public async Task Force_is_for_the_first_key_alone() =>
        (await TheGateway.RunAsync("keys", "create", "x", "--force")).Should(ExitCode.WrongUsage).Error.Should().Contain("--first");

    private static Task<Ran> CreateAsync(TestDatabase database, string name, params string[] more) =>
        new CommandLine(("ASPNETCORE_ENVIRONMENT", "Production")).RunAsync(["keys", "create", name, "--first", $"--ConnectionStrings:gateway={database.ConnectionString("gateway")}", .. more]);
}
