using MyThoughts.Gateway.Tests.Hosts;

namespace MyThoughts.Gateway.Tests.OverHttp;

internal sealed class FailedKeysTests
{
    [Test]
    public async Task Ten_failed_keys_a_minute_are_heard_and_audited_and_then_none()
    {
        await using var monolith = await Backend.StartAsync("monolith");
        await using var gateway = await RunningGateway.StartAsync(monolith, search: null);
        await gateway.Api.VersionAsync();
        string[] wrong = ["Bearer nonsense", $"Bearer mt_{gateway.Api.Key.Split('_')[1]}_{new string('0', 64)}", $"Basic {gateway.Api.Key}", "Bearer", gateway.Api.Key];
        for (var time = 0; time < 10; time++)
            (await gateway.AdminAsync("GET", "/admin/api/state", headers: ("Authorization", wrong[time % wrong.Length]))).Status.Should().Be(401);

        var limited = await gateway.AdminAsync("GET", "/admin/api/state", headers: ("Authorization", "Bearer nonsense"));
        (limited.Status, limited.RetryAfter).Should().Be((429, "10"));
        (await gateway.AdminAsync("GET", "/health/ready")).Status.Should().Be(200);
        gateway.Log.Lines.Count(line => line.Message.StartsWith("Refused 127.0.0.1 at the admin port", StringComparison.Ordinal)).Should().Be(10);

        await using var replica = await RunningGateway.StartAtAsync(gateway.Place, "2", monolith, null);
        var audit = (await replica.Api.GetAsync("audit?limit=100")).AsArray();
        audit.Count(entry => entry!["action"]!.GetValue<string>() == "key refused" && entry["address"]!.GetValue<string>() == "127.0.0.1").Should().Be(10);
        audit.ToJsonString().Should().NotContain(new string('0', 64), "what was tried may be somebody's key elsewhere");
    }
}
