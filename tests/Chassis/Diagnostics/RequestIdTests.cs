using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using MyThoughts.Chassis.Tests.Hosting;

namespace MyThoughts.Chassis.Tests.Diagnostics;

[NonParallelizable]   // it listens to the process's standard output
public sealed class RequestIdTests
{
    [Test]
    public async Task The_callers_request_id_is_answered_and_a_missing_one_is_minted()
    {
        await using var host = await ChassisHost.StartAsync(_ => { });
        (await IdAsync(host, "order-17")).Should().Be("order-17");
        (await IdAsync(host, null)).Should().HaveLength(32);
        (await IdAsync(host, "forged\" line")).Should().HaveLength(32);
        (await IdAsync(host, new string('a', 129))).Should().HaveLength(32);
    }

    [Test]
    public async Task Every_log_line_of_a_request_is_json_with_its_request_id_and_trace_id([Values("Warning", "None")] string activities)
    {
        // As long as this one logs, there is an activity of each request. The gateway has none.
        var lines = await LinesOfOneRequestAsync($"--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics={activities}");
        lines.Should().HaveCount(2);
        foreach (var line in lines.Select(line => JsonNode.Parse(line)!))
        {
            line["Scopes"]!.ToJsonString().Should().Contain("\"RequestId\":\"order-17\"").And.Contain("\"TraceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\"");
            line["Timestamp"]!.GetValue<string>().Should().EndWith("Z");
        }
        lines[1].Should().MatchRegex("GET /hello 200 [0-9.]+ ms order-17");
        lines[1].Should().NotContain("hidden");
    }

    [Test]
    public async Task The_request_line_can_be_turned_off() =>
        (await LinesOfOneRequestAsync("--Logging:LogLevel:MyThoughts.Requests=Warning")).Should().ContainSingle().Which.Should().Contain("hello from the endpoint");

    private static async Task<List<string>> LinesOfOneRequestAsync(params string[] settings)
    {
        using var output = new StringWriter();
        var before = Console.Out;
        Console.SetOut(TextWriter.Synchronized(output));
        try
        {
            await using (var host = await ChassisHost.StartAsync(app => app.MapGet("/hello", (ILogger<RequestIdTests> logger) => logger.LogInformation("hello from the endpoint")), settings))
            {
                host.Public.DefaultRequestHeaders.Add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
                await IdAsync(host, "order-17", "/hello?search=hidden");
                await host.StopAsync();
            }
        }
        finally
        {
            Console.SetOut(before);
        }
        return [.. output.ToString().Split('\n').Where(line => line.Contains("order-17", StringComparison.Ordinal))];
    }

    private static async Task<string> IdAsync(ChassisHost host, string? id, string path = "/health/live")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (id is not null) request.Headers.TryAddWithoutValidation("X-Request-ID", id);
        return (await host.Public.SendAsync(request)).Headers.GetValues("X-Request-ID").Single();
    }
}
