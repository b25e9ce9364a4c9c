using System.Text.Json;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using MyThoughts.MicroBenchmarks;

// In this process, which is a Release build already: a project generated and built for each benchmark would measure the same.
var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(15))
    .WithArtifactsPath(Path.GetFullPath("artifacts/bench/micro"));
var summary = BenchmarkRunner.Run<DecisionBenchmarks>(config);
if (summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) return 1;
if (args is [var json, ..]) await File.WriteAllTextAsync(json, JsonSerializer.Serialize(summary.Reports.Select(Result)));
return 0;

static object Result(BenchmarkReport report) => new
{
    name = report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
    nanoseconds = report.ResultStatistics!.Mean,
    bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0,
};
