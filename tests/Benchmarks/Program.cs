using MyThoughts.Benchmarks;

// Measures the published system as people meet it: real processes, real connections, the load generator on the same machine.
// Absolute figures drift from minute to minute on such a machine; the ratios are medians of interleaved rounds.
var options = BenchOptions.Read(args);
await using var system = await BenchSystem.StartAsync(options.Published);
var rounds = await Rounds.RunAsync(system.Arms, options);
var report = Report.Of(system, rounds);
report.Print(Console.Out);
await report.WriteJsonAsync(options.Json);
return report.IsValid ? 0 : 1;
