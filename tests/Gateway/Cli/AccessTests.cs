using MyThoughts.Gateway.Cli;

namespace MyThoughts.Gateway.Tests.Cli;

/// <summary>Where the command line finds the gateway and the key, and what it says when it does not.</summary>
internal sealed class AccessTests
{
    private const string WrongKey = "mt_00000000_0000000000000000000000000000000000000000000000000000000000000000";

    private static CommandLine InProduction => new(("GATEWAY_URL", TheGateway.Address), ("ASPNETCORE_ENVIRONMENT", "Production"));

    [Test]
    public async Task Options_come_before_the_environment()
    {
        var elsewhere = new CommandLine(("GATEWAY_URL", "http://127.0.0.1:9"), ("GATEWAY_KEY", WrongKey));

        (await elsewhere.RunAsync("routes", "--url", TheGateway.Address.TrimEnd('/'), "--key", TheGateway.Running.Api.Key)).ShouldBeDone();
    }

    [Test]
    public async Task In_Development_the_key_is_the_one_in_the_data_folder()
    {
        using var data = new DataFolderWithKey();
        (string, string?)[] found = [("GATEWAY_URL", TheGateway.Address), ("Data__Folder", data.Path)];

        (await new CommandLine(found).RunAsync("routes")).ShouldBeDone();
        (await new CommandLine([.. found, ("ASPNETCORE_ENVIRONMENT", "Development")]).RunAsync("routes")).ShouldBeDone();
        (await new CommandLine([.. found, ("ASPNETCORE_ENVIRONMENT", "Production")]).RunAsync("routes")).Should(ExitCode.NoAccess);
    }

    [Test]
    public async Task The_key_of_this_machine_is_not_shown_to_another_one()
    {
        using var data = new DataFolderWithKey();
        var elsewhere = new CommandLine(("Data__Folder", data.Path), ("GATEWAY_URL", "http://192.0.2.1:8081"));

        // It signs with a key, if there is one to use.
        (await elsewhere.RunAsync("force", "search", "service")).Should(ExitCode.NoAccess);
        (await elsewhere.With(("GATEWAY_URL", "http://localhost:8081")).RunAsync("force", "search", "service")).ShouldBeDone();
    }

    [Test]
    public async Task Without_a_key_it_says_where_to_put_one() =>
        (await InProduction.RunAsync("routes")).Should(ExitCode.NoAccess).Error.Should().Contain("GATEWAY_KEY").And.Contain("--key").And.Contain("keys create");

    [Test]
    public async Task A_key_that_is_wrong_is_not_repeated()
    {
        (await InProduction.RunAsync("routes", "--key", WrongKey)).Should(ExitCode.NoAccess).Error.Should().Contain("not in force").And.NotContain("mt_0");
        (await InProduction.RunAsync("routes", "--key", "mt_secret\r\nX: y")).Should(ExitCode.NoAccess).Error.Should().Contain("--key does not look like").And.NotContain("secret");
        (await InProduction.With(("GATEWAY_KEY", "hunter2")).RunAsync("routes")).Should(ExitCode.NoAccess).Error.Should().Contain("GATEWAY_KEY does not").And.NotContain("hunter2");
        (await InProduction.RunAsync("routes", "--kye", WrongKey)).Should(ExitCode.WrongUsage).Error.Should().Contain("--kye").And.NotContain("mt_0");
    }

    [Test]
    public async Task An_address_that_nobody_answers_is_named_with_the_way_to_another()
    {
        var away = (await new CommandLine(("GATEWAY_URL", "http://127.0.0.1:9")).RunAsync("routes")).Should(ExitCode.Away);

        away.Error.Should().Contain("http://127.0.0.1:9/").And.Contain("--url").And.Contain("GATEWAY_URL").And.EndWith("\n");
        away.Error.Trim().Should().NotContain("\n", "it is one line");
    }

    [Test]
    public async Task What_is_not_the_admin_port_of_a_gateway_is_told_from_it()
    {
        foreach (var wrong in new[] { TheGateway.Running.Addresses.Public.ToString(), TheGateway.Address + "admin", "http://127.0.0.1:" + await OtherServerAsync() })
            (await TheGateway.Operator.RunAsync("routes", "--url", wrong)).Should(ExitCode.Away).Error.Should().Contain("not as the admin port of a gateway");
    }

    [TestCase("127.0.0.1:8081"), TestCase("ftp://127.0.0.1/"), TestCase("http://user:hunter2@127.0.0.1:8081"), TestCase("nowhere")]
    public async Task An_address_that_is_none_is_wrong_usage(string url) =>
        (await new CommandLine().RunAsync("routes", "--url", url)).Should(ExitCode.WrongUsage).Error.Should().Contain("--url=http://127.0.0.1:8081").And.NotContain("hunter2");

    [Test]
    public async Task An_address_may_lie_behind_a_proxy_with_a_path()
    {
        await using var proxy = await CannedGateway.StartAsync(request => request.Path.StartsWithSegments("/ops/gateway/admin/api/history") ? (200, """{"items":[],"before":null}""") : (404, "{}"));

        (await new CommandLine().RunAsync("history", "--url", proxy.Address + "/ops/gateway")).ShouldBeDone();
    }

    [TestCase(503, """{"detail":"The gateway's database is not reachable."}""", ExitCode.Away, "database is not reachable")]
    [TestCase(503, "", ExitCode.Away, "its database does not answer")]
    [TestCase(500, """{"title":"oops"}""", ExitCode.Away, "answers 500")]
    [TestCase(302, "", ExitCode.Away, "answers 302")]
    [TestCase(429, "", ExitCode.NoAccess, "wrong keys")]
    [TestCase(200, "[", ExitCode.Away, "not as the admin port")]
    public async Task An_answer_that_is_no_success_has_its_exit_code(int status, string body, ExitCode code, string words)
    {
        await using var gateway = await CannedGateway.StartAsync(_ => (status, body));

        (await new CommandLine(("GATEWAY_URL", gateway.Address)).RunAsync("weight", "search", "1")).Should(code).Error.Should().Contain(words);
    }

    [Test]
    public async Task What_a_newer_gateway_says_besides_is_no_hindrance()
    {
        await using var gateway = await CannedGateway.StartAsync(_ => (200, """{"items":[{"version":7,"at":"2026-01-02T03:04:05Z","by":"alice","reason":null,"undoes":null,"changes":[],"mood":"good"}],"before":null,"total":7}"""));

        (await new CommandLine(("GATEWAY_URL", gateway.Address)).RunAsync("history")).ShouldBeDone().Output.Should().Contain("7  2026-01-02 03:04:05Z  alice");
    }

    private static async Task<int> OtherServerAsync()
    {
        other ??= await CannedGateway.StartAsync(_ => (200, "<html>Hello</html>"));
        return new Uri(other.Address).Port;
    }

    private static CannedGateway? other;

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (other is not null) await other.DisposeAsync();
    }

    private sealed class DataFolderWithKey : IDisposable
    {
        public DataFolderWithKey() => File.WriteAllText(System.IO.Path.Combine(Path, "operator-key"), TheGateway.Running.Api.Key + "\n");

        public string Path { get; } = Directory.CreateTempSubdirectory("cli-data-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
