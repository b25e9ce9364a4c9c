using MyThoughts.Rehearsal;
using MyThoughts.Support;

// Takes a module out of the monolith and puts it back, by the steps of docs/extraction.md, while people read and write.
if (RehearsalOptions.Read(args, out var problem) is not { } options)
{
    await Console.Error.WriteLineAsync($"rehearse: {problem}");
    return 2;
}

try
{
    var report = await Extraction.RehearseAsync(options, Console.Out);
    Console.WriteLine(report.Summary);
    return report.Holds ? 0 : 1;
}
finally
{
    await TestCluster.ReleaseSharedAsync();
}
