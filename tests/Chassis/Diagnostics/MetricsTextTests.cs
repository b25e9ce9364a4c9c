using MyThoughts.Chassis.Tests.Hosting;

namespace MyThoughts.Chassis.Tests.Diagnostics;

public sealed class MetricsTextTests
{
    [Test]
    public async Task Requests_are_counted_in_the_text_that_prometheus_reads()
    {
        await using var host = await ChassisHost.StartAsync(_ => { });
        for (var request = 0; request < 3; request++) await host.Public.GetStringAsync("/health/live");

        var answer = await host.Internal.GetAsync("/metrics");
        answer.Content.Headers.ContentType!.ToString().Should().StartWith("text/plain; version=0.0.4");
        var text = await answer.Content.ReadAsStringAsync();
        text.Should().Contain("# TYPE http_server_request_duration_seconds histogram");
        var line = text.Split('\n').Single(line => line.StartsWith("http_server_request_duration_seconds_count", StringComparison.Ordinal) && line.Contains("/health/live", StringComparison.Ordinal));
        line.Should().EndWith("} 3");
        text.Should().Contain("le=\"+Inf\"");
    }
}
