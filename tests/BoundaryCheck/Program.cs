using MyThoughts.BoundaryCheck.CommandLine;

var isCi = Environment.GetEnvironmentVariable("CI") is { Length: > 0 };
return await new CheckRun(Console.Out, Console.Error, isCi).RunAsync(args, CancellationToken.None);
