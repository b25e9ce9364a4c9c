using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using MyThoughts.Chassis.Database;
using MyThoughts.Chassis.Database.Embedded;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Support;
using Npgsql;

namespace MyThoughts.Chassis.Tests.Database;

public sealed class DatabaseSetupTests
{
    private const string Elsewhere = "Host=elsewhere;Database=mine;Username=me;Password=secret";
    private ConfigurationManager configuration = null!;

    [SetUp]
    public void SetUp() => configuration = new();

    [TearDown]
    public void TearDown() => configuration.Dispose();

    [Test]
    public async Task Outside_Development_a_missing_connection_string_is_named_with_an_example()
    {
        var prepare = () => PrepareAsync("Production", "thoughts");
        (await prepare.Should().ThrowAsync<SettingException>()).WithMessage("ConnectionStrings:thoughts is missing*ConnectionStrings__thoughts='Host=*");
    }

    [TestCase("Host=elsewhere;Prt=1;Password=secret")]
    [TestCase("Host=elsewhere;Port=secret;Database=x;Username=y")]
    [TestCase("secret")]
    [TestCase("Host=elsewhere;Password=secret")]
    public async Task A_wrong_connection_string_is_named_and_not_shown(string text)
    {
        configuration["ConnectionStrings:thoughts"] = text;
        var prepare = () => PrepareAsync("Development", "thoughts");
        var message = (await prepare.Should().ThrowAsync<SettingException>()).Which.Message;
        message.Should().StartWith("ConnectionStrings:thoughts is not").And.NotContain("secret").And.NotContain("\n");
    }

    [Test]
    public async Task A_host_with_connection_strings_starts_no_server()
    {
        configuration["ConnectionStrings:thoughts"] = Elsewhere;
        (await PrepareAsync("Development", "thoughts")).Should().BeNull();
        (await PrepareAsync("Production", "thoughts")).Should().BeNull();
        (await PrepareAsync("Production")).Should().BeNull("a host whose modules are all remote needs no database");
    }

    [Test]
    public async Task In_Development_modules_without_connection_string_get_the_embedded_cluster_and_others_keep_theirs()
    {
        var folder = Path.Combine(Repository.Data, $"tests-setup-{Guid.NewGuid():N}");
        configuration["Data:Folder"] = folder;
        configuration["ConnectionStrings:users"] = Elsewhere;
        await using (var cluster = await PrepareAsync("Development", "users", "thoughts"))
        {
            configuration.ModuleLogin("thoughts").Port.Should().Be(cluster!.Port);
            configuration.AdministratorLogin("thoughts")!.Database.Should().Be("mythoughts");
            configuration.ModuleLogin("users").Host.Should().Be("elsewhere");
            configuration.AdministratorLogin("users").Should().BeNull("the embedded administrator has no business there");
        }

        using var all = configuration = new() { ["Data:Folder"] = folder };
        await using (await PrepareAsync("Development", "users", "thoughts"))
        {
            await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("administrator")!) { Database = "postgres" });
            await using var connection = await source.OpenConnectionAsync();
        }

        await EmbeddedPostgres.DeleteAsync(Path.Combine(folder, "postgres"), CancellationToken.None);
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void A_module_on_a_server_of_its_own_has_an_administrator_of_its_own()
    {
        configuration["ConnectionStrings:thoughts"] = Elsewhere;
        configuration["ConnectionStrings:administrator"] = "Host=main;Username=admin;Database=postgres";
        configuration.AdministratorLogin("thoughts")!.Host.Should().Be("main");
        configuration["ConnectionStrings:thoughts-administrator"] = "Host=elsewhere;Username=admin;Database=postgres";
        configuration.AdministratorLogin("thoughts")!.Host.Should().Be("elsewhere");
        configuration.AdministratorLogin("thoughts")!.Database.Should().Be("mine", "the module's own string names its database");
    }

    private Task<EmbeddedPostgres?> PrepareAsync(string environment, params string[] modules) => DatabaseSetup.PrepareAsync(
        configuration, new HostingEnvironment { EnvironmentName = environment }, modules, CancellationToken.None);
}
