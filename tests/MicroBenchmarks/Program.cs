using System.Text.Json;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using MyThoughts.MicroBenchmarks;
using MyThoughts.Search.SpeedTests;
using Perfolizer.Horology;

// Two words may follow: --json and a file for programs. What else is said is part of the names of those that are to run.
var json = args.SkipWhile(word => word != "--json").Skip(1).FirstOrDefault();
var wanted = args.FirstOrDefault(word => word != "--json" && word != json) ?? "";

// In this process, which is a Release build already: a project generated and built for each benchmark would measure the same.
var config = ManualConfig.Create(DefaultConfig.Instance)
    .WithOptions(ConfigOptions.JoinSummary)
    .HideColumns("Namespace")
    .AddFilter(new SimpleFilter(benchmark => NameOf(benchmark).Contains(wanted, StringComparison.OrdinalIgnoreCase)))
    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(12).WithIterationTime(TimeInterval.FromMilliseconds(250)))
    .WithArtifactsPath(Path.GetFullPath("artifacts/bench/micro"));
Type[] all =
[
    typeof(DecisionBenchmarks), typeof(GatewayBenchmarks), typeof(QueryParsingBenchmarks), typeof(ThoughtPartialBenchmarks), typeof(ThoughtTextBenchmarks), typeof(TokenBenchmarks),
];
var reports = BenchmarkRunner.Run(all, config).SelectMany(summary => summary.Reports).ToList();
if (reports.Count == 0) await Console.Error.WriteLineAsync($"No benchmark has '{wanted}' in its name.");
if (reports.Count == 0 || reports.Any(report => !report.Success)) return 1;
if (json is not null) await File.WriteAllTextAsync(json, JsonSerializer.Serialize(reports.Select(Result)));
return 0;

static string NameOf(BenchmarkCase benchmark) => $"{benchmark.Descriptor.Type.Name}.{benchmark.Descriptor.WorkloadMethod.Name}";

static object Result(BenchmarkReport report) => new
{
    name = report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
    nanoseconds = report.ResultStatistics!.Mean,
    bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0,
};
