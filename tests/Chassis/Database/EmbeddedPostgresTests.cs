using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using MyThoughts.Chassis.Database.Embedded;
using MyThoughts.Support;
using Npgsql;

namespace MyThoughts.Chassis.Tests.Database;

// One cluster for all of them: making it takes longer than most tests.
public sealed class EmbeddedPostgresTests
{
    private static readonly string Folder = Path.Combine(Repository.Data, $"tests-embedded-{Guid.NewGuid():N}");

    [OneTimeTearDown]
    public async Task Remove() => await EmbeddedPostgres.DeleteAsync(Folder, CancellationToken.None);

    [Test]
    public async Task Starters_that_race_share_one_server_and_the_last_stops_it()
    {
        var starters = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => StartAsync()));
        starters.Select(starter => starter.Port).Distinct().Should().ContainSingle();
        foreach (var starter in starters[1..]) await starter.DisposeAsync();
        (await AnswerAsync(starters[0])).Should().Be(1);
        await starters[0].DisposeAsync();
        IsListening(starters[0].Port).Should().BeFalse();
    }

    [Test]
    public async Task Processes_that_race_share_one_server_and_the_last_stops_it()
    {
        var users = Enumerable.Range(0, 3).Select(_ => new ClusterUser(Folder)).ToList();
        var ports = await Task.WhenAll(users.Select(user => user.PortAsync()));
        ports.Distinct().Should().ContainSingle();
        await users[0].EndAsync();
        await users[1].KillAsync();   // it cannot let go, the system does it for it
        IsListening(ports[0]).Should().BeTrue();
        await users[2].EndAsync();
        IsListening(ports[0]).Should().BeFalse();
        users.ForEach(user => user.Dispose());
    }

    [Test]
    public async Task A_server_left_behind_by_killed_processes_is_taken_over()
    {
        using var user = new ClusterUser(Folder);
        var port = await user.PortAsync();
        await user.KillAsync();
        IsListening(port).Should().BeTrue();
        await using (var heir = await StartAsync()) heir.Port.Should().Be(port);
        IsListening(port).Should().BeFalse();
    }

    [Test]
    public async Task A_killed_server_comes_back_on_its_port()
    {
        await using var first = await StartAsync();
        using (var postmaster = Process.GetProcessById(PostmasterId()))
        {
            postmaster.Kill();
            await postmaster.WaitForExitAsync();
        }

        await using var second = await StartAsync();
        second.Port.Should().Be(first.Port);
        (await AnswerAsync(first)).Should().Be(1);
    }

    [Test]
    public async Task A_stale_process_id_that_belongs_to_somebody_else_by_now_is_no_obstacle()
    {
        await (await StartAsync()).DisposeAsync();
        await File.WriteAllTextAsync(ClusterFolder.Open(Folder).ProcessId, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}\n/elsewhere\n1\n1\n"));
        await using var postgres = await StartAsync();
        (await AnswerAsync(postgres)).Should().Be(1);
    }

    [Test]
    public async Task A_role_named_later_gets_a_password_of_its_own_in_a_file_for_the_owner_alone()
    {
        await using var first = await StartAsync("users");
        await using var second = await StartAsync("users", "search");
        second.Login("users", "x").Should().Be(first.Login("users", "x"));
        var passwords = new[] { second.Login("users", "x"), second.Login("search", "x"), second.Administrator("x") }
            .Select(login => new NpgsqlConnectionStringBuilder(login).Password).ToList();
        passwords.Should().OnlyHaveUniqueItems().And.OnlyContain(password => password!.Length == 32);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(ClusterFolder.Open(Folder).Passwords).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Test]
    public async Task Others_than_the_owner_of_the_passwords_are_refused()
    {
        await using var postgres = await StartAsync();
        var open = async () => await AnswerAsync(new NpgsqlConnectionStringBuilder(postgres.Administrator("postgres")) { Password = "guess" }.ConnectionString);
        (await open.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.InvalidPassword);
    }

    [Test]
    public async Task A_cluster_in_use_is_not_deleted()
    {
        await using var postgres = await StartAsync();
        (await EmbeddedPostgres.DeleteAsync(Folder, CancellationToken.None)).Should().BeFalse();
        (await AnswerAsync(postgres)).Should().Be(1);
    }

    private static Task<EmbeddedPostgres> StartAsync(params string[] roles) =>
        EmbeddedPostgres.StartAsync(Folder, roles, new(), CancellationToken.None);

    private static Task<int> AnswerAsync(EmbeddedPostgres postgres) => AnswerAsync(postgres.Administrator("postgres"));

    private static async Task<int> AnswerAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var command = source.CreateCommand("SELECT 1");
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private static int PostmasterId() => int.Parse(File.ReadLines(ClusterFolder.Open(Folder).ProcessId).First(), CultureInfo.InvariantCulture);

    private static bool IsListening(int port)
    {
        using var client = new TcpClient();
        try
        {
            client.Connect("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
