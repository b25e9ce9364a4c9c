using System.Collections.Frozen;
using Microsoft.Extensions.Configuration;
using MyThoughts.Chassis.Hosting;
using MyThoughts.Chassis.Map;
using MyThoughts.Gateway.Settings;
using MyThoughts.Gateway.Traffic;

namespace MyThoughts.Gateway.Tests.Settings;

internal sealed class WeightSettingsTests
{
    private static readonly ModuleMap Map = ModuleMap.Load();

    [TestCase(true, 2_500), TestCase(false, 0)]
    public void Without_settings_the_map_decides(bool isDevelopment, int search) => Read([], isDevelopment)["search"].Should().Be(new Weight(search));

    [Test]
    public void A_setting_counts_more_than_the_map() => Read(new() { ["weights:Search"] = "12.34" })["search"].Should().Be(new Weight(1_234));

    [TestCase("Weights:search", "101", "*Weights:search*'101'*0 to 100*Weights:search=25*")]
    [TestCase("Weights:search", "", "*Weights:search*''*")]
    [TestCase("Weights:serach", "25", "*Weights:serach names no route*users, thoughts, search*")]
    public void A_wrong_setting_is_refused_by_name(string setting, string value, string message) =>
        FluentActions.Invoking(() => Read(new() { [setting] = value })).Should().Throw<SettingException>().WithMessage(message);

    private static FrozenDictionary<string, Weight> Read(Dictionary<string, string?> settings, bool isDevelopment = true) =>
        WeightSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), Map, isDevelopment);
}
