using MyThoughts.Gateway.Tests.Hosts;
using MyThoughts.Support;

namespace MyThoughts.Gateway.Tests.OverHttp;

[Parallelizable]
internal sealed class FirstStartTests
{
    [Test]
    public async Task Replicas_that_start_at_once_over_an_empty_database_agree_on_one_first_version_and_one_key()
    {
        await using var monolith = await Backend.StartAsync("monolith");
        await using var place = await GatewayPlace.CreateAsync();
        var replicas = await Task.WhenAll(new[] { "a", "b", "c" }.Select(name => RunningGateway.StartAtAsync(place, name, monolith, null)));
        try
        {
            foreach (var replica in replicas)
            {
                (await replica.Api.VersionAsync()).Should().Be(1);
                var history = await replica.Api.GetAsync("history");
                history["items"]!.AsArray().Should().ContainSingle();
                history["items"]![0]!["by"]!.GetValue<string>().Should().Be("gateway");
                (await replica.Api.GetAsync("keys")).AsArray().Should().ContainSingle();
            }
        }
        finally
        {
            foreach (var replica in replicas) await replica.DisposeAsync();
        }
    }

    [Test]
    public async Task What_the_settings_said_at_the_first_start_is_read_no_more_at_the_second()
    {
        await using var monolith = await Backend.StartAsync("monolith");
        await using var moved = await Backend.StartAsync("moved");
        await using var place = await GatewayPlace.CreateAsync();
        await using (var first = await RunningGateway.StartAtAsync(place, "a", monolith, null)) await first.Api.SetWeightAsync("search", 13);
        File.Delete(place.StateFile("a"));
        await using var second = await RunningGateway.StartAtAsync(place, "a", moved, null);
        await Eventually.HoldsAsync(async () => await second.Api.VersionAsync() == 2, "the database has the last word");
        await Eventually.HoldsAsync(async () => await second.GetAsync("/x") == "monolith", "the database knows where the monolith is");
        await Eventually.HoldsAsync(() => File.Exists(place.StateFile("a")), "the file is written again");
    }
}
