using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MyThoughts.BoundaryCheck.Metrics;
using MyThoughts.Chassis.Diagnostics;
using MyThoughts.Chassis.Hosting;

namespace MyThoughts.Boundaries.Tests.Metrics;

/// <summary>Calls and their times are read from what a host has measured, and a host that says nothing is told in a line.</summary>
internal sealed class CallMetricsTests
{
    private const string Text = """
        # TYPE contract_call_duration_seconds histogram
        contract_call_duration_seconds_bucket{contract="orders",mode="in_process",member="FindAsync",outcome="ok",le="0.1"} 8
        contract_call_duration_seconds_bucket{contract="orders",mode="in_process",member="FindAsync",outcome="ok",le="+Inf"} 8
        contract_call_duration_seconds_sum{contract="orders",mode="in_process",member="FindAsync",outcome="ok"} 0.4
        contract_call_duration_seconds_count{contract="orders",mode="in_process",member="FindAsync",outcome="ok"} 8
        contract_call_duration_seconds_bucket{contract="orders",mode="in_process",member="FindAsync",outcome="error",le="0.1"} 0
        contract_call_duration_seconds_bucket{contract="orders",mode="in_process",member="FindAsync",outcome="error",le="+Inf"} 2
        contract_call_duration_seconds_sum{contract="orders",mode="in_process",member="FindAsync",outcome="error"} 0.6
        contract_call_duration_seconds_count{contract="orders",mode="in_process",member="FindAsync",outcome="error"} 2
        contract_call_duration_seconds_sum{contract="orders",mode="remote",member="FindAsync"} 3
        contract_call_duration_seconds_count{contract="orders",mode="remote",member="FindAsync"} 1
        other_total 1
        """;

    private string file = null!;

    [SetUp]
    public void Write() => File.WriteAllText(file = Path.GetTempFileName(), Text);

    [TearDown]
    public void Delete() => File.Delete(file);

    [Test]
    public async Task Calls_errors_and_times_are_told_by_module_member_and_mode()
    {
        var metrics = await ReadAsync(file);
        metrics.NotChecked.Should().BeEmpty();
        metrics.Calls.Should().Equal(
            new MeasuredCalls("orders", "FindAsync", "in_process", 10, 2, 0.1, new(0.0625, false), new(0.1, IsAtLeast: true)),
            new MeasuredCalls("orders", "FindAsync", "remote", 1, null, 3, null, null));
    }

    [Test]
    public async Task The_same_calls_of_several_hosts_are_added_up() => (await ReadAsync(file, file)).Calls.Select(call => call.Calls).Should().Equal(20, 2);

    [Test]
    public async Task What_our_hosts_write_is_understood()
    {
        using var text = new MetricsText();
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meter = new ContractMeter(services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>(), "stock", HostingMode.InProcess);
        await meter.MeasureAsync(() => Task.FromResult(1), "CountAsync");
        await File.WriteAllTextAsync(file, text.Collect());
        var call = (await ReadAsync(file)).Calls.Should().ContainSingle(call => call.Module == "stock").Which;
        (call.Member, call.IsInProcess, call.Calls, call.Errors).Should().Be(("CountAsync", true, 1d, 0d));
    }

    [Test]
    public async Task A_host_is_asked_at_its_address()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answer = AnswerAsync(listener, Text);
        (await ReadAsync($"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/metrics")).Calls.Should().HaveCount(2);
        await answer;
    }

    [Test]
    public async Task A_host_that_is_down_a_missing_file_a_page_and_other_metrics_are_each_told_in_a_line()
    {
        var page = Path.GetTempFileName();
        var other = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(page, "<!doctype html>\n<p>404");
            await File.WriteAllTextAsync(other, "up 1\n");
            var metrics = await ReadAsync("http://localhost:1/metrics", file + ".none", page, other, file);
            metrics.NotChecked.Select(line => line.ToString()).Should().SatisfyRespectively(
                line => line.Should().Match("not checked: calls and latency at run time: http://localhost:1/metrics can't be read: *"),
                line => line.Should().Match($"*{file}.none can't be read: *"),
                line => line.Should().EndWith($"{page} is no Prometheus text: see its line 1"),
                line => line.Should().EndWith($"{other} has no contract_call_duration_seconds: nothing was called yet, or the host does not measure it"));
            metrics.Calls.Should().HaveCount(2, "the last one answered");
        }
        finally
        {
            File.Delete(page);
            File.Delete(other);
        }
    }

    private static Task<CallMetrics> ReadAsync(params string[] sources) => CallMetrics.ReadAsync(sources, CancellationToken.None);

    private static async Task AnswerAsync(TcpListener listener, string body)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        await stream.ReadExactlyAsync(new byte[16]);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"));
    }
}
