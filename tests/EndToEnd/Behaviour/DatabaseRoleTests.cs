using Dapper;
using MyThoughts.Support;
using MyThoughts.Support.Hosts;
using Npgsql;

namespace MyThoughts.EndToEnd.Tests.Behaviour;

/// <summary>At run time each module logs in with a role of its own, and the database refuses it its neighbours' tables.</summary>
internal sealed class DatabaseRoleTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private static TestDatabase Database => TheSystem.Running.Database;

    private static IEnumerable<TestCaseData> Pairs() =>
        from reader in SystemUnderTest.Map.Schemas from neighbour in SystemUnderTest.Map.Schemas where reader != neighbour select new TestCaseData(reader.Owner, neighbour.Owner);

    private static IEnumerable<string> Owners() => SystemUnderTest.Map.Schemas.Select(schema => schema.Owner);

    // The hosts have migrated the modules' schemas; the gateway keeps a database of its own here, and in production need not.
    [OneTimeSetUp]
    public async Task MigrateTheGatewayHereToo()
    {
        var settings = Database.Settings().ToDictionary(setting => setting.Key, setting => setting.Value!);
        await using var host = HostProcess.Start(SystemUnderTest.StartOf(HostProject.Gateway(SystemUnderTest.Map), settings, "migrate"));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await host.WaitForExitAsync(limit.Token);
        host.ExitCode.Should().Be(0, "it wrote: {0}", host.Output);
    }

    [TestCaseSource(nameof(Pairs))]
    public async Task A_neighbours_tables_are_refused(string reader, string neighbour)
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString(reader));
        foreach (var table in await TablesAsync(neighbour))
        {
            var read = () => connection.ExecuteScalarAsync($"SELECT count(*) FROM {table}");
            (await read.Should().ThrowAsync<PostgresException>($"{reader} reads {table}")).Which.SqlState.Should().Be(PostgresErrorCodes.InsufficientPrivilege);
        }
    }

    // The refusals above would say nothing if a role could read no table at all.
    [TestCaseSource(nameof(Owners))]
    public async Task Ones_own_tables_are_read(string owner)
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString(owner));
        foreach (var table in await TablesAsync(owner))
            (await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM {table}")).Should().BeGreaterThanOrEqualTo(0);
    }

    [Test]
    public async Task A_running_monolith_logs_in_as_each_of_its_modules() =>
        await LogInAsync("MyThoughts.Web", [.. SystemUnderTest.Map.Modules.Select(module => module.Role)]);

    [TestCase("users"), TestCase("thoughts"), TestCase("search")]
    public async Task A_running_service_logs_in_as_its_module_alone(string module) =>
        await LogInAsync(HostProject.Service(SystemUnderTest.Map, module).AssemblyName, SystemUnderTest.Map.Module(module).Role);

    [Test]
    public async Task A_running_gateway_logs_in_as_itself() => await LogInAsync("MyThoughts.Gateway", SystemUnderTest.Map.Gateway.Role);

    // Asked of the server: what a host's own code says of itself is no proof. An idle connection may be closed just now.
    private static async Task LogInAsync(string application, params string[] roles)
    {
        await using var connection = new NpgsqlConnection(Database.Administrator);
        IReadOnlyList<string> seen = [];
        await Eventually.HoldsAsync(async () =>
        {
            seen = [.. await connection.QueryAsync<string>("SELECT DISTINCT usename FROM pg_stat_activity WHERE application_name = @application ORDER BY 1", new { application })];
            return seen.SequenceEqual(roles.Order(StringComparer.Ordinal));
        }, $"{application} logs in as {string.Join(", ", roles)}", Longest);
        seen.Should().NotContain(new NpgsqlConnectionStringBuilder(Database.Administrator).Username);
    }

    private static async Task<IReadOnlyList<string>> TablesAsync(string owner)
    {
        await using var connection = new NpgsqlConnection(Database.Administrator);
        var tables = (await connection.QueryAsync<string>(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = @Schema ORDER BY 1",
            new { SystemUnderTest.Map.Schemas.Single(schema => schema.Owner == owner).Schema })).ToList();
        tables.Should().NotBeEmpty();
        return tables;
    }
}
