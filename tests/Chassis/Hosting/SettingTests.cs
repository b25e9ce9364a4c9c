using Microsoft.Extensions.Configuration;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Map;

namespace MyThoughts.Chassis.Tests.Hosting;

public sealed class SettingTests
{
    [Test]
    public void Every_host_has_loopback_addresses_from_the_map_by_default()
    {
        var addresses = ListenAddresses.Read(Settings(), ModuleMap.Load().Ports("search"));
        addresses.Public.ToString().Should().Be("127.0.0.1:8003");
        addresses.Proxied!.ToString().Should().Be("127.0.0.1:7003");
        addresses.Internal.ToString().Should().Be("127.0.0.1:9003");
    }

    [TestCase("8000"), TestCase("localhost:8000"), TestCase("127.0.0.1"), TestCase("127.0.0.1:99999")]
    public void An_address_that_cannot_be_read_is_named_with_an_example(string address) =>
        FluentActions.Invoking(() => ListenAddresses.Read(Settings(("Listen:Public", address)), ModuleMap.Load().Ports("monolith")))
            .Should().Throw<SettingException>().WithMessage($"Listen:Public is '{address}'*Example: Listen:Public=127.0.0.1:8000");

    [TestCase("Listen:Public"), TestCase("Listen:Proxied")]
    public void The_internal_port_shares_its_number_with_no_other(string setting) =>
        FluentActions.Invoking(() => ListenAddresses.Read(Settings((setting, "10.0.0.5:9000")), ModuleMap.Load().Ports("monolith")))
            .Should().Throw<SettingException>().WithMessage("Listen:Internal is*same number*Example:*");

    [TestCase(null), TestCase("short")]
    public void An_internal_port_that_others_can_reach_needs_a_long_key(string? key) =>
        FluentActions.Invoking(() => ListenAddresses.Read(Settings(("Listen:Internal", "0.0.0.0:9000"), ("Listen:InternalKey", key)), ModuleMap.Load().Ports("monolith")))
            .Should().Throw<SettingException>().WithMessage("*Listen:InternalKey must be set*Example:*");

    [TestCase("soon"), TestCase("-00:00:01"), TestCase("2.5 s")]
    public void A_time_that_cannot_be_read_is_named_with_an_example(string time) =>
        FluentActions.Invoking(() => Settings(("Shutdown:Drain", time)).ReadTime("Shutdown:Drain", TimeSpan.FromSeconds(2)))
            .Should().Throw<SettingException>().WithMessage($"Shutdown:Drain is '{time}', which is no length of time. Example: Shutdown:Drain=00:00:02");

    [TestCase("maybe"), TestCase("1")]
    public void A_switch_that_is_neither_on_nor_off_is_named_with_an_example(string text) =>
        FluentActions.Invoking(() => Settings(("ServedBy:Header", text)).ReadSwitch("ServedBy:Header", byDefault: false))
            .Should().Throw<SettingException>().WithMessage($"ServedBy:Header is '{text}', which is no boolean. Example: ServedBy:Header=true");

    [TestCase(null, false), TestCase("", false), TestCase("True", true), TestCase("false", false)]
    public void A_switch_is_off_unless_it_is_set(string? text, bool isOn) =>
        Settings(("ServedBy:Header", text)).ReadSwitch("ServedBy:Header", byDefault: false).Should().Be(isOn);

    [Test]
    public async Task A_wrong_setting_is_one_line_and_exit_code_1()
    {
        using var error = new StringWriter();
        var before = Console.Error;
        Console.SetError(error);
        try
        {
            (await StartGuard.RunAsync("search", () => throw new SettingException("Listen:Public is wrong."))).Should().Be(1);
        }
        finally
        {
            Console.SetError(before);
        }
        error.ToString().TrimEnd().Should().Be("search: Listen:Public is wrong.");
    }

    [Test]
    public async Task A_settings_file_that_is_no_json_is_one_line_that_says_where()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "{ \"Weights\": ");
        using var error = new StringWriter();
        var before = Console.Error;
        Console.SetError(error);
        try
        {
            (await StartGuard.RunAsync("gateway", () => Task.FromResult(new ConfigurationBuilder().AddJsonFile(file).Build().GetChildren().Count()))).Should().Be(1);
        }
        finally
        {
            Console.SetError(before);
            File.Delete(file);
        }
        error.ToString().TrimEnd().Should().StartWith("gateway: ").And.Contain(file).And.Contain("LineNumber: 0").And.NotContain("\n");
    }

    [Test]
    public async Task A_taken_port_is_one_line_that_says_which_and_what_to_do()
    {
        await using var first = await ChassisHost.StartAsync(_ => { });
        using var error = new StringWriter();
        var before = Console.Error;
        Console.SetError(error);
        try
        {
            (await StartGuard.RunAsync("gateway", async () =>
            {
                await using var second = await ChassisHost.StartAsync(_ => { }, $"--Listen:Public={first.Public.BaseAddress!.Authority}");
                return 0;
            })).Should().Be(1);
        }
        finally
        {
            Console.SetError(before);
        }
        error.ToString().TrimEnd().Should().NotContain("\n").And.Contain(first.Public.BaseAddress!.Authority).And.Contain("Listen__Public=");
    }

    private static IConfiguration Settings(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))).Build();
}
