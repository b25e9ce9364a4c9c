using System.Runtime.InteropServices;
using MyThoughts.Benchmarks;
using MyThoughts.Benchmarks.Core;
using MyThoughts.Benchmarks.Reporting;
using MyThoughts.Support;

// Measures the published system as people meet it: real processes, real connections, the load generator on the same machine.
// Absolute figures drift from minute to minute on such a machine; what counts are ratios, as medians of interleaved rounds.
if (BenchOptions.Read(args[2..], out var problem) is not { } options)
{
    await Console.Error.WriteLineAsync($"bench: {problem}");
    return 2;
}

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    var report = await BenchRun.RunAsync(new(args[0], args[1], options.IsQuick ? Pace.Quick : Pace.Full), options.Parts, stop.Token);
    ConsoleReport.Write(Console.Out, report);
    await ReportFiles.WriteAsync(report, args[1], Repository.Root, stop.Token);
    return report.IsGood ? 0 : 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}
finally
{
    await TestCluster.ReleaseSharedAsync();
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
