using System.Net;
using System.Net.Sockets;
using MyThoughts.Benchmarks.Core;
using MyThoughts.Support.Hosts;

namespace MyThoughts.Benchmarks.Tests;

public sealed class ValidityTests
{
    [Test]
    public async Task A_port_that_answers_before_we_start_is_dirty()
    {
        using var somebody = new TcpListener(IPAddress.Loopback, 0);
        somebody.Start();
        var port = ((IPEndPoint)somebody.LocalEndpoint).Port;

        await FluentActions.Awaiting(() => CleanPort.EnsureAsync(port, CancellationToken.None)).Should().ThrowAsync<VoidException>().WithMessage($"port {port} answers*");
    }

    [Test]
    public async Task A_silent_port_is_clean() =>
        await FluentActions.Awaiting(() => CleanPort.EnsureAsync(HostAddresses.FreePort(), CancellationToken.None)).Should().NotThrowAsync();

    [Test]
    public void A_program_that_is_not_installed_is_not_found()
    {
        Programs.Find("sh").Should().NotBeNull();
        Programs.Find("no-such-load-generator").Should().BeNull();
    }

    [Test]
    public void Time_that_was_not_idle_is_how_busy_a_machine_is() =>
        // cpu user nice system idle iowait irq softirq steal guest guest_nice: of 400 ticks, 250 idle and 50 waiting for a disk.
        BusyMachine.Share("cpu  100 0 50 1000 10 0 0 0 7 0", "cpu  160 0 80 1250 60 5 5 0 90 0").Should().BeApproximately(0.25, 1e-9);

    [Test]
    public async Task Processor_time_of_a_process_includes_that_of_children_which_have_ended()
    {
        var before = ProcessUsage.CpuSeconds([Environment.ProcessId]);
        await Programs.RunAsync(new("/bin/sh", ["-c", "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done"]), CancellationToken.None);

        (ProcessUsage.CpuSeconds([Environment.ProcessId]) - before).Should().BeGreaterThan(0.02);
        ProcessUsage.Megabytes(Environment.ProcessId).Should().BeGreaterThan(10);
    }
}
